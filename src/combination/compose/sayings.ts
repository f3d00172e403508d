import { plainWords } from '../../knowledge/index.ts'
import { isFenced, leavesByLine, sentencesIn } from '../../text/index.ts'
import type { Document } from '../documents/index.ts'

/** A paragraph, item, row or heading of a document, with its lines. */
export interface Paragraph {
  kind: 'heading' | 'prose' | 'item' | 'step' | 'row'
  /** Of a heading, 1 to 6; else 0. */
  depth: number
  /** The Markdown as written, on one line. */
  markdown: string
  fromLine: number
  toLine: number
  /** The heading it stands under, or the document's title. */
  section: string
}

/** A sentence of a document: its words as they are read, and where they stand. */
export interface Saying {
  words: string
  fromLine: number
  toLine: number
  kind: Paragraph['kind']
  section: string
}

/** Takes a document apart into its paragraphs; code is left out. */
export function paragraphsOf(document: Document): Paragraph[] {
  const found: Paragraph[] = []
  let section = document.title
  let open: Paragraph | null = null
  const leaves = leavesByLine(document.lines)
  const begin = (kind: Paragraph['kind'], markdown: string, line: number, depth = 0) => {
    open = { kind, depth, markdown, fromLine: line, toLine: line, section }
    found.push(open)
  }
  for (const [n, written] of document.lines.entries()) {
    const line = written.replace(/^[ \t]*(?:>[ \t]?)+(?:\[![\w-]+\][+-]?)?/, '')
    if (isFenced(leaves[n])) {
      open = null
      continue
    }
    const [, hashes, title] =
      /^\s{0,3}(#{1,6})\s+(\S.*)$/.exec(
        line
          .trimEnd()
          .replace(/(?<=\s)#+$/, '')
          .trimEnd(),
      ) ?? []
    const item = /^\s*(?:([-*+])|(?:\d{1,3}|[a-z])([.)]))\s+(.*)$/.exec(line)
    if (hashes && title !== undefined) {
      section = plainWords(title)
      begin('heading', title, n + 1, hashes.length)
      open = null
    } else if (line.trim() === '' || /^\s*\[[^\]]+\]:\s/.test(line) || /^\s*(?:[-*_]\s*){3,}$/.test(line))
      open = underlined(line, open)
    else if (/^\s*\|/.test(line)) {
      if (!/^[\s|:-]+$/.test(line)) begin('row', line.trim(), n + 1)
      open = null
    } else if (item?.[3]) begin(item[1] ? 'item' : 'step', item[3], n + 1)
    else if (open) {
      const paragraph: Paragraph = open
      paragraph.markdown += ` ${line.trim()}`
      paragraph.toLine = n + 1
    } else begin('prose', line.trim(), n + 1)
  }
  return found
}

/** A line of dashes below a paragraph of one line made that a heading: old books do so. */
function underlined(line: string, open: Paragraph | null): null {
  if (open && /^-{3,}\s*$/.test(line) && open.kind === 'prose' && open.fromLine === open.toLine) {
    open.kind = 'heading'
    open.depth = 2
  }
  return null
}

/** The sentences of a paragraph, as written. */
export const sentencesOf = (markdown: string): string[] => sentencesIn(markdown).map(({ text }) => text)

/** The sentences of paragraphs: all, or those whose Markdown is of use to whoever asks. */
export function sayingsOf(
  paragraphs: readonly Paragraph[],
  document: Document,
  ofUse: (markdown: string) => boolean = () => true,
): Saying[] {
  return paragraphs.flatMap((paragraph) => {
    const { markdown, kind, section, fromLine, toLine } = paragraph
    if (!ofUse(markdown)) return []
    const parts = kind === 'row' || kind === 'heading' ? [markdown] : sentencesOf(markdown)
    if (parts.length > 1 && fromLine < toLine) return located(parts, paragraph, document, ofUse)
    return parts.flatMap((part) => {
      const words = ofUse(part) ? plainWords(part) : ''
      return words ? { words, fromLine, toLine, kind, section } : []
    })
  })
}

/** Where each sentence of a paragraph of several lines begins and ends, told by counting what is not space. */
function located(
  parts: string[],
  { kind, section, fromLine, toLine }: Paragraph,
  { lines }: Document,
  ofUse: (markdown: string) => boolean,
): Saying[] {
  const solid = (text: string) => text.replace(/\s+/g, '').length
  const ends: number[] = []
  // The first line may begin with the mark of a list, which no sentence has.
  let passed =
    solid(parts.join('')) - lines.slice(fromLine - 1, toLine).reduce((sum, line) => sum + solid(bare(line)), 0)
  for (const line of lines.slice(fromLine - 1, toLine)) {
    passed += solid(bare(line))
    ends.push(passed)
  }
  const lineOf = (place: number) =>
    Math.min(
      toLine,
      fromLine +
        Math.max(
          0,
          ends.findIndex((end) => place < end),
        ),
    )
  let place = 0
  return parts.flatMap((part) => {
    const begin = place
    place += solid(part)
    const words = ofUse(part) ? plainWords(part) : ''
    return words ? { words, fromLine: lineOf(begin), toLine: lineOf(place - 1), kind, section } : []
  })
}

const bare = (line: string) => line.replace(/^[ \t]*(?:>[ \t]?)+/, '')
