import { unfit } from '../../../ba/index.ts'
import { Front, readFields, splitFront } from '../../../text/index.ts'

/**
 * A page's text as front matter, whose spelling is kept, and body; writing both gives the original
 * bytes.
 */
export interface PageText {
  front: Front
  body: string
}

const MENDS = {
  yaml: 'Between the two ---, write lines like `title: Cache purge`.',
  toml: 'Between the two +++, write lines like `title = "Cache purge"`.',
  json: 'Between the braces, write fields like `"title": "Cache purge"`, with commas between them.',
}

/**
 * Splits a page's Markdown into front matter and body; refuses front matter that cannot be parsed.
 */
export function readPageText(markdown: string, field = 'markdown'): PageText {
  const { form, open, front, close, body } = splitFront(markdown)
  if (!close) {
    const eol = /\r?\n/.exec(markdown)?.[0] ?? '\n'
    return { front: new Front({ open: `${open}---${eol}`, text: '', close }), body }
  }
  const { fault } = readFields(front, form)
  if (fault) throw unfit(field, `Its front matter is ${fault}.`, MENDS[form])
  return { front: new Front({ form, open, text: front, close }), body }
}

/** Writes a page's text: byte for byte the original, except changed fields and blocks. */
export const writePageText = ({ front, body }: PageText) => String(front) + body
