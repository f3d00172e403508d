import { Document, isMap, isScalar, parseDocument, Scalar } from 'yaml'
import { unfit } from '../ba/index.ts'

/** A page's text in two: its front matter as YAML that keeps its spelling, and its body. */
export interface PageText {
  front: Document
  body: string
}

const FENCE = /^---\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/

/** Takes a page's Markdown apart; refuses front matter that is not a map of YAML. */
export function readPageText(markdown: string, field = 'markdown'): PageText {
  const text = markdown.replace(/^\uFEFF/, '')
  const fence = FENCE.exec(text)
  if (!fence) return { front: new Document({}), body: text }
  const front = parseDocument(fence[1] ?? '')
  const fault = front.errors[0]
  if (fault)
    throw unfit(
      field,
      `Its front matter is not YAML: ${fault.message.split('\n')[0]}`,
      'Mend the lines between the two ---.',
    )
  if (front.contents === null) return { front: new Document({}), body: text.slice(fence[0].length) }
  if (!isMap(front.contents))
    throw unfit(field, 'Its front matter is not a map of fields.', 'Write lines like `title: Cache purge`.')
  return { front: front as Document, body: text.slice(fence[0].length) }
}

/** Puts a page's text together. */
export const writePageText = ({ front, body }: PageText) =>
  `---\n${front.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n\n${body.replace(/^\s+/, '')}`

/** A field of the front matter as text, or undefined. */
export function textField(front: Document, name: string): string | undefined {
  const value = front.get(name)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

/** A field of the front matter as a list of texts; one text is a list of one. */
export function listField(front: Document, name: string): string[] {
  const value = (front.toJS() as Record<string, unknown> | null)?.[name]
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return list.filter((item): item is string => typeof item === 'string')
}

/** Sets a date as the page format writes it: ISO, double-quoted. */
export function setDate(front: Document, name: string, iso: string): void {
  const scalar = new Scalar(iso)
  scalar.type = Scalar.QUOTE_DOUBLE
  const pair = isMap(front.contents)
    ? front.contents.items.find(({ key }) => isScalar(key) && key.value === name)
    : undefined
  if (pair) pair.value = scalar
  else front.set(name, scalar)
}
