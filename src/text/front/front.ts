import { Document, isMap, isNode, parseDocument, Scalar, stringify } from 'yaml'
import { PARSING, readFields } from './front-fields.ts'
import type { FrontForm } from './split-front.ts'

/** The known fields, in the order in which generated pages have them. */
const ORDER = ['title', 'summary', 'sources', 'kind', 'createdAt', 'updatedAt', 'tags', 'aliases'].concat([
  'confidence',
  'provenanceState',
  'contradictedBy',
])

/** Front matter that can be read and changed field by field; unchanged fields keep their bytes. */
export class Front {
  #form: FrontForm
  #open: string
  #text: string
  #close: string
  constructor({ form = 'yaml', open, text, close }: { form?: FrontForm; open: string; text: string; close: string }) {
    this.#form = form
    this.#open = open
    this.#text = text
    this.#close = close
  }

  get #fields(): ReadonlyMap<string, unknown> {
    return readFields(this.#text, this.#form).fields
  }

  has(name: string): boolean {
    return this.#fields.has(name)
  }

  /** The names of the fields, in order. */
  names(): string[] {
    return [...this.#fields.keys()]
  }

  get(name: string): unknown {
    return this.#fields.get(name)
  }

  /** Sets one field: in place if it exists, else where the page format orders it, else last. */
  set(name: string, value: unknown): void {
    if (this.has(name) && JSON.stringify(this.get(name)) === JSON.stringify(value)) return
    this.#becomeYaml()
    const eol = this.#open.endsWith('\r\n') ? '\r\n' : '\n'
    const line = stringify(new Document({ [name]: value }), WRITING)
    const written = line.trimEnd().replaceAll('\n', eol)
    const text = splice(this.#text, name, written, eol)
    this.#text = saysInstead(this.#text, text, name) ? text : rewritten(this.#text, name, value, eol)
    // A page that had no front matter gets one, followed by an empty line.
    if (this.#close === '') this.#close = `---${eol}${eol}`
  }

  /** Converts TOML or JSON to YAML, the page format, on the first change. */
  #becomeYaml(): void {
    if (this.#form === 'yaml') return
    const eol = this.#open.includes('\r\n') || this.#close.endsWith('\r\n') ? '\r\n' : '\n'
    this.#text = stringify(Object.fromEntries(this.#fields), WRITING).replaceAll('\n', eol)
    this.#open = `${this.#open.startsWith('\uFEFF') ? '\uFEFF' : ''}---${eol}`
    this.#close = `---${eol}`
    this.#form = 'yaml'
  }

  /** Removes one field that has its own lines. */
  drop(name: string): void {
    if (!this.has(name)) return
    this.#becomeYaml()
    // Empty lines may stand before an indented line that belongs to it.
    const line = new RegExp(`^${name}:.*(?:\\r?\\n(?:[ \\t]*\\r?\\n)*(?:[ \\t]+\\S|-).*)*\\r?\\n`, 'm')
    this.#text = this.#text.replace(line, '')
  }

  /** The front matter with its delimiters, or only the byte order mark of a page without any. */
  toString(): string {
    if (this.#close === '') return this.#open.startsWith('\uFEFF') ? '\uFEFF' : ''
    return this.#open + this.#text + this.#close
  }
}

/** One line per field, no spaces inside the brackets of lists. */
const WRITING = { lineWidth: 0, flowCollectionPadding: false } as const

function splice(text: string, name: string, written: string, eol: string): string {
  const { contents } = parseDocument(text, PARSING)
  if (!isMap(contents) || contents.flow) return contents === null ? `${text}${written}${eol}` : text
  const fields = contents.items.map(({ key, value }) => {
    const [start, keyEnd] = (isNode(key) && key.range) || [0, 0, 0]
    const end = (isNode(value) && value.range?.[1]) || keyEnd
    return { name: isNode(key) ? String(key.toJSON()) : '', start, keyEnd, end }
  })
  const existing = fields.find((field) => field.name === name)
  if (existing) {
    const end = existing.start + text.slice(existing.start, existing.end).trimEnd().length
    const colon = text.indexOf(':', existing.keyEnd) + 1
    const spelled = text.slice(existing.start, existing.keyEnd) + written.slice(written.indexOf(':'))
    return text.slice(0, existing.start) + spelled + text.slice(Math.max(end, colon))
  }
  const own = fields.every((field) => ORDER.includes(field.name)) && ORDER.includes(name)
  const next = own ? fields.find((field) => ORDER.indexOf(field.name) > ORDER.indexOf(name)) : undefined
  if (next) return `${text.slice(0, next.start)}${written}${eol}${text.slice(next.start)}`
  return `${text}${text === '' || text.endsWith('\n') ? '' : eol}${written}${eol}`
}

/** Whether an edited text has the same fields as before, except for the one changed. */
function saysInstead(before: string, after: string, name: string): boolean {
  const [one, other] = [readFields(before), readFields(after)]
  if (other.fault || !other.fields.has(name) || before === after) return false
  const rest = (fields: ReadonlyMap<string, unknown>) =>
    JSON.stringify([...fields].filter(([key]) => key !== name).sort())
  return rest(one.fields) === rest(other.fields)
}

/**
 * Serialises the YAML anew if a field cannot be changed in place (a flow map, an anchored value).
 */
function rewritten(text: string, name: string, value: unknown, eol: string): string {
  const document = parseDocument(text, PARSING)
  document.set(name, value)
  return document.toString(WRITING).replace(/\r?\n/g, eol)
}

/** A field of the front matter as text, or undefined. */
export function textField(front: Pick<Front, 'get'>, name: string): string | undefined {
  const value = front.get(name)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

/** A field of the front matter as a list of texts; a single text is a list of one. */
export function listField(front: Pick<Front, 'get'>, name: string): string[] {
  const value = front.get(name)
  const list = Array.isArray(value) ? value : [value]
  return list.filter((item): item is string => typeof item === 'string')
}

/** Sets a date as the page format has it: ISO, double-quoted. */
export function setDate(front: Front, name: string, iso: string): void {
  const scalar = new Scalar(iso)
  scalar.type = Scalar.QUOTE_DOUBLE
  front.set(name, scalar)
}
