import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'

/** An XML element: its name with prefix, its attributes, and its elements and texts. */
export interface Xml {
  name: string
  attributes: Record<string, string>
  children: (Xml | string)[]
}

/** Parses XML; entities that it defines itself are not expanded. */
export function readXml(bytes: Uint8Array): Xml {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes)
  const { root } = parseXml(text, { ignoreUndefinedEntities: true })
  return root ? plain(root) : { name: '', attributes: {}, children: [] }
}

const plain = ({ name, attributes, children }: XmlElement): Xml => ({
  name,
  attributes,
  children: children.flatMap((one) =>
    one instanceof XmlElement ? plain(one) : one instanceof XmlText ? one.text : [],
  ),
})

/** Writes XML as text. */
export function writeXml(root: Xml): string {
  const parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>']
  write(root, parts)
  return parts.join('')
}

function write({ name, attributes, children }: Xml, parts: string[]): void {
  parts.push('<', name)
  for (const [key, value] of Object.entries(attributes)) parts.push(' ', key, '="', escaped(value), '"')
  if (children.length === 0) return void parts.push('/>')
  parts.push('>')
  for (const one of children) {
    if (typeof one === 'string') parts.push(escaped(one))
    else write(one, parts)
  }
  parts.push('</', name, '>')
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)

/** The name without its prefix. */
export const localName = ({ name }: Xml): string => name.slice(name.indexOf(':') + 1)

/** The elements directly in one, or those of one local name. */
export const elementsIn = (node: Xml | undefined, name?: string): Xml[] =>
  (node?.children ?? []).filter(
    (one): one is Xml => typeof one !== 'string' && (name === undefined || localName(one) === name),
  )

/** The first element of a local name directly in one. */
export const elementIn = (node: Xml | undefined, name: string): Xml | undefined =>
  node?.children.find((one): one is Xml => typeof one !== 'string' && localName(one) === name)

/** All elements of a local name below one, in order; what is below a found one is not looked at. */
export const elementsBelow = (node: Xml, name: string): Xml[] =>
  elementsIn(node).flatMap((one) => (localName(one) === name ? [one] : elementsBelow(one, name)))

/** An attribute by its local name. */
export function attributeOf(node: Xml | undefined, name: string): string | undefined {
  for (const [key, value] of Object.entries(node?.attributes ?? {}))
    if (key === name || key.slice(key.indexOf(':') + 1) === name) return value
  return undefined
}

/** Whether a property is set: it is there, and does not say that it is off. */
export const isOn = (node: Xml | undefined): boolean =>
  node !== undefined && !/^(?:0|false|off|none)$/.test(attributeOf(node, 'val') ?? '')

/** All text in an element. */
export const textOf = (node: Xml): string =>
  node.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('')
