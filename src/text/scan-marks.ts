import { overComments } from './comments.ts'
import { inlinePattern, readInline } from './inline.ts'
import { type Citation, NO_ADDRESS, readCitations, readLink } from './marks.ts'

/**
 * A wiki link and its position: `[[target]]`, `[[target|label]]`, `[[target#heading]]`,
 * `[[target^block]]`, `![[embed]]`.
 */
export interface LinkMark {
  /** Empty if the link leads to a place in its own page. */
  target: string
  label: string
  place: string | null
  embed: boolean
  line: number
  /** The offset in the text. */
  at: number
}

/** A `^[citation]`, its entries and its position. */
export interface CitationMark {
  entries: Citation[]
  line: number
  /** The offset in the text. */
  at: number
}

/** All wiki links and citations of a text, outside its code, math and comments. */
export interface Marks {
  links: LinkMark[]
  citations: CitationMark[]
}

const MARK = inlinePattern(new RegExp(`(!?)\\[\\[([^[\\]\\n]+)\\]\\]${NO_ADDRESS}|\\^\\[([^[\\]]+)\\]`))

/**
 * The position of a text in its page: the number of its first line, the offset of its first
 * character.
 */
export interface TextPosition {
  line?: number
  at?: number
  /** Whether it is front matter, where indentation does not make code. */
  plain?: boolean
}

/** Finds every wiki link and citation in a text, with its line and offset. */
export function scanMarks(text: string, { line: firstLine = 1, at: firstAt = 0, plain }: TextPosition = {}): Marks {
  const found: Marks = { links: [], citations: [] }
  if (!text.includes('[[') && !text.includes('^[')) return found
  const mark = ([, bang, link, citation]: RegExpExecArray, index: number, line: number) => {
    const place = { line: firstLine + line - 1, at: firstAt + index }
    const read = link && readMark(link)
    if (read) found.links.push({ ...read, embed: bang === '!', ...place })
    else if (citation) found.citations.push({ entries: readCitations(citation), ...place })
  }
  const read = plain ? text : overComments(text)
  readInline(read, MARK, { mark: (match, line) => mark(match, match.index, line) }, plain)
  return found
}

function readMark(inside: string): Omit<LinkMark, 'embed' | 'line' | 'at'> | null {
  const link = readLink(inside)
  return link && { ...link, label: link.label ?? (link.target || (link.place ?? '')) }
}
