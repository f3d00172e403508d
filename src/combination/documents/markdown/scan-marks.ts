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

/** All links and citations of a text, outside of its code. */
export interface Marks {
  links: LinkMark[]
  citations: CitationMark[]
}

/** In this order: an escape, a fence, a run of backticks, a link or embed, a citation. */
const MARK =
  /\\[\s\S]|^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(`{3,}(?=[^`\n]*$)|~{3,})|(`+)|(!?)\[\[([^[\]\n]+)\]\]|\^\[([^[\]]+)\]/gm

/**
 * Finds every link and citation in a text, with its line and place: `firstLine` is the number of the text's first line,
 * `firstAt` where the text stands in its page.
 */
export function scanMarks(text: string, firstLine = 1, firstAt = 0): Marks {
  const found: Marks = { links: [], citations: [] }
  if (!text.includes('[[') && !text.includes('^[')) return found
  const lineOf = lineCounter(text, firstLine)
  MARK.lastIndex = 0
  for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
    const [, fence, ticks, bang, link, citation] = mark
    if (fence) MARK.lastIndex = endOfFence(text, MARK.lastIndex, fence)
    else if (ticks) MARK.lastIndex = endOfSpan(text, MARK.lastIndex, ticks)
    else if (link) {
      const read = readMark(link)
      if (read) found.links.push({ ...read, embed: bang === '!', line: lineOf(mark.index), at: firstAt + mark.index })
    } else if (citation && !/\n[ \t]*\n/.test(citation)) {
      found.citations.push({ entries: readCitations(citation), line: lineOf(mark.index), at: firstAt + mark.index })
    }
  }
  return found
}

function readMark(inside: string): Omit<LinkMark, 'embed' | 'line' | 'at'> | null {
  const link = readLink(inside)
  return link && { ...link, label: link.label ?? (link.target || (link.place ?? '')) }
}

/** Where a fence ends; one that nothing closes reaches to the end. */
export function endOfFence(text: string, from: number, fence: string): number {
  const close = new RegExp(`^[ \\t>]*\\${fence[0]}{${fence.length},}[ \\t]*$`, 'gm')
  close.lastIndex = from
  return close.test(text) ? close.lastIndex : text.length
}

/** A code span ends at a run of as many backticks in the same paragraph; without one, the backticks are just that. */
export function endOfSpan(text: string, from: number, ticks: string): number {
  for (let at = text.indexOf(ticks, from); at >= 0; at = text.indexOf(ticks, at)) {
    let end = at
    while (text[end] === '`') end++
    if (end - at === ticks.length) return /\n[ \t]*\r?\n/.test(text.slice(from, at)) ? from : end
    at = end
  }
  return from
}

/** Gives the lines of places that are asked for in rising order. */
export function lineCounter(text: string, firstLine: number): (place: number) => number {
  let line = firstLine
  let next = text.indexOf('\n')
  return (place) => {
    while (next >= 0 && next < place) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
