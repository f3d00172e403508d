import { inlinePattern, readInline } from './inline.ts'
import { type Citation, readCitations, readLink } from './marks.ts'

/** A link where it stands: `[[target]]`, `[[target|label]]`, `[[target#heading]]`, `[[target^block]]`, `![[embed]]`. */
export interface LinkMark {
  /** Empty where it leads to a place in its own page. */
  target: string
  label: string
  place: string | null
  embed: boolean
  line: number
  /** Where in the text it begins. */
  at: number
}

/** A `^[citation]` where it stands, with its entries. */
export interface CitationMark {
  entries: Citation[]
  line: number
  /** Where in the text it begins. */
  at: number
}

/** All links and citations of a text, outside of its code, math and comments. */
export interface Marks {
  links: LinkMark[]
  citations: CitationMark[]
}

const MARK = inlinePattern(/(!?)\[\[([^[\]\n]+)\]\]|\^\[([^[\]]+)\]/)

/** Where a text stands in its page: the number of its first line, the place of its first character. */
export interface Standing {
  line?: number
  at?: number
  /** Whether it is front matter, where spaces at a line's beginning make no code. */
  plain?: boolean
}

/** Finds every link and citation in a text, with its line and place. */
export function scanMarks(text: string, { line: firstLine = 1, at: firstAt = 0, plain }: Standing = {}): Marks {
  const found: Marks = { links: [], citations: [] }
  if (!text.includes('[[') && !text.includes('^[')) return found
  const mark = ([, bang, link, citation]: RegExpExecArray, index: number, line: number) => {
    const place = { line: firstLine + line - 1, at: firstAt + index }
    const read = link && readMark(link)
    if (read) found.links.push({ ...read, embed: bang === '!', ...place })
    else if (citation) found.citations.push({ entries: readCitations(citation), ...place })
  }
  readInline(text, MARK, { mark: (match, line) => mark(match, match.index, line) }, plain)
  return found
}

function readMark(inside: string): Omit<LinkMark, 'embed' | 'line' | 'at'> | null {
  const link = readLink(inside)
  return link && { ...link, label: link.label ?? (link.target || (link.place ?? '')) }
}
