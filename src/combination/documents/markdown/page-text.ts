import { Document, isMap, isNode, parseDocument, Scalar, stringify } from 'yaml'
import { unfit } from '../../../ba/index.ts'
import { PARSING, readFields } from './front-fields.ts'

/** A page's text in two: its front matter, whose spelling is kept, and its body. Written again, they give its bytes. */
export interface PageText {
  front: Front
  body: string
}

/** The known fields, in the order in which they stand in a page that we make. */
const ORDER = ['title', 'summary', 'sources', 'kind', 'createdAt', 'updatedAt', 'tags', 'aliases'].concat([
  'confidence',
  'provenanceState',
  'contradictedBy',
])

const FENCE = /^(\uFEFF?---[ \t]*(\r?\n))(?:([\s\S]*?\r?\n))??(---[ \t]*(?:\r?\n|$))/

/** A page's text in its parts, as written: front matter between the lines that hold it (without any, nothing is closed); and its body. */
export function splitPage(markdown: string): { open: string; front: string; close: string; body: string } {
  const fence = FENCE.exec(markdown)
  const mark = markdown.startsWith('\uFEFF') ? '\uFEFF' : ''
  if (!fence) return { open: mark, front: '', close: '', body: markdown.slice(mark.length) }
  const [whole, open = '', , front = '', close = ''] = fence
  return { open, front, close, body: markdown.slice(whole.length) }
}

/** Takes a page's Markdown apart; refuses front matter that is not a map of YAML. */
export function readPageText(markdown: string, field = 'markdown'): PageText {
  const { open, front, close, body } = splitPage(markdown)
  if (!close) {
    const eol = /\r?\n/.exec(markdown)?.[0] ?? '\n'
    return { front: new Front({ open: `${open}---${eol}`, text: '', close }), body }
  }
  const { fault } = readFields(front)
  if (fault)
    throw unfit(field, `Its front matter is ${fault}.`, 'Between the two ---, write lines like `title: Cache purge`.')
  return { front: new Front({ open, text: front, close }), body }
}

/** Puts a page's text together: byte for byte what it was, but for the fields and the blocks that were changed. */
export const writePageText = ({ front, body }: PageText) => String(front) + body

/** Front matter that can be read and changed field by field; what is not changed stays as it was written. */
export class Front {
  #open: string
  #text: string
  #close: string
  constructor({ open, text, close }: { open: string; text: string; close: string }) {
    this.#open = open
    this.#text = text
    this.#close = close
  }

  has(name: string): boolean {
    return readFields(this.#text).fields.has(name)
  }

  /** The names of its fields, in their order. */
  names(): string[] {
    return [...readFields(this.#text).fields.keys()]
  }

  get(name: string): unknown {
    return readFields(this.#text).fields.get(name)
  }

  /** Sets one field: in its place if it has one, else where the page format has it, else last. */
  set(name: string, value: unknown): void {
    const eol = this.#open.endsWith('\r\n') ? '\r\n' : '\n'
    if (this.has(name) && JSON.stringify(this.get(name)) === JSON.stringify(value)) return
    const line = stringify(new Document({ [name]: value }), { lineWidth: 0, flowCollectionPadding: false })
    const written = line.trimEnd().replaceAll('\n', eol)
    const text = splice(this.#text, name, written, eol)
    this.#text = saysInstead(this.#text, text, name) ? text : rewritten(this.#text, name, value, eol)
    // A page that had none now has front matter, with an empty line below.
    if (this.#close === '') this.#close = `---${eol}${eol}`
  }

  /** Takes one field out, where it stands there in its own lines. */
  drop(name: string): void {
    const line = new RegExp(`^${name}:.*(?:\\r?\\n[ \\t-].*)*\\r?\\n`, 'm')
    if (this.has(name)) this.#text = this.#text.replace(line, '')
  }

  /** The front matter with its two `---`, or only the byte order mark there may be of a page that has none. */
  toString(): string {
    if (this.#close === '') return this.#open.startsWith('\uFEFF') ? '\uFEFF' : ''
    return this.#open + this.#text + this.#close
  }
}

function splice(text: string, name: string, written: string, eol: string): string {
  const { contents } = parseDocument(text, PARSING)
  if (!isMap(contents) || contents.flow) return contents === null ? `${text}${written}${eol}` : text
  const fields = contents.items.map(({ key, value }) => {
    const [start, keyEnd] = (isNode(key) && key.range) || [0, 0, 0]
    const end = (isNode(value) && value.range?.[1]) || keyEnd
    return { name: isNode(key) ? String(key.toJSON()) : '', start, keyEnd, end }
  })
  const there = fields.find((field) => field.name === name)
  if (there) {
    const end = there.start + text.slice(there.start, there.end).trimEnd().length
    const colon = text.indexOf(':', there.keyEnd) + 1
    const spelled = text.slice(there.start, there.keyEnd) + written.slice(written.indexOf(':'))
    return text.slice(0, there.start) + spelled + text.slice(Math.max(end, colon))
  }
  const own = fields.every((field) => ORDER.includes(field.name)) && ORDER.includes(name)
  const next = own ? fields.find((field) => ORDER.indexOf(field.name) > ORDER.indexOf(name)) : undefined
  if (next) return `${text.slice(0, next.start)}${written}${eol}${text.slice(next.start)}`
  return `${text}${text === '' || text.endsWith('\n') ? '' : eol}${written}${eol}`
}

/** Whether a text that was changed in one place says what it said before, but for that field. */
function saysInstead(before: string, after: string, name: string): boolean {
  const [one, other] = [readFields(before), readFields(after)]
  if (other.fault || !other.fields.has(name) || before === after) return false
  const rest = (fields: ReadonlyMap<string, unknown>) =>
    JSON.stringify([...fields].filter(([key]) => key !== name).sort())
  return rest(one.fields) === rest(other.fields)
}

/** What cannot be changed in place — a map in braces, a field that others point to — is written anew as YAML. */
function rewritten(text: string, name: string, value: unknown, eol: string): string {
  const document = parseDocument(text, PARSING)
  document.set(name, value)
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(/\r?\n/g, eol)
}

/** A field of the front matter as text, or undefined. */
export function textField(front: Pick<Front, 'get'>, name: string): string | undefined {
  const value = front.get(name)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

/** A field of the front matter as a list of texts; one text is a list of one. */
export function listField(front: Pick<Front, 'get'>, name: string): string[] {
  const value = front.get(name)
  const list = Array.isArray(value) ? value : [value]
  return list.filter((item): item is string => typeof item === 'string')
}

/** Sets a date as the page format writes it: ISO, double-quoted. */
export function setDate(front: Front, name: string, iso: string): void {
  const scalar = new Scalar(iso)
  scalar.type = Scalar.QUOTE_DOUBLE
  front.set(name, scalar)
}
