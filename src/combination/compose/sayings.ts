import { plainWords } from '../../knowledge/index.ts'
import { type Block, blocksIn, headingWords, isFenced, joinLines, linesOfBlock, sentencesIn } from '../../text/index.ts'
import type { Document } from '../documents/index.ts'

/** A paragraph, item, row or heading of a document, with its lines. */
export interface Paragraph {
  kind: 'heading' | 'prose' | 'item' | 'step' | 'row'
  /** The level of a heading, 1 to 6; else 0. */
  depth: number
  /** The Markdown as written, on one line. */
  markdown: string
  fromLine: number
  toLine: number
  /** The heading it stands under, or the document's title. */
  section: string
}

/** A sentence of a document: its plain words and its lines. */
export interface Saying {
  words: string
  fromLine: number
  toLine: number
  kind: Paragraph['kind']
  section: string
}

/** Lists the paragraphs of a document in order, without fenced code and footnotes. */
export function paragraphsOf({ lines, title }: Document): Paragraph[] {
  const text = joinLines(lines)
  const found: Paragraph[] = []
  let section = title
  let item: Block | undefined
  let footnoteEnds = 0
  for (const block of blocksIn(text)) {
    if (block.kind === 'listItem') item = block
    if (block.kind === 'footnoteDefinition') footnoteEnds = block.to
    if (HOLDS_OTHERS_OR_NOTHING.has(block.kind) || isFenced(block) || block.to <= footnoteEnds) continue
    if (block.kind === 'heading') section = plainWords(headingWords(text, block))
    const kind = !item || block.from > item.to ? 'prose' : /\d/.test(item.mark) ? 'step' : 'item'
    found.push(...paragraphsIn(block, text, kind, section))
    item = undefined
  }
  return found
}

const HOLDS_OTHERS_OR_NOTHING: ReadonlySet<Block['kind']> = new Set([
  ...(['list', 'listItem', 'blockquote', 'footnoteDefinition', 'definition', 'thematicBreak'] as const),
])
const CALLOUT = /^\[![\w-]+\][+-]?/
/** Lines that Markdown joins to a paragraph but that were meant as items: */
const ITEM = /^(?:([-*+])|(?:\d{1,3}|[a-z])[.)])\s+(\S.*)$/

function paragraphsIn(block: Block, text: string, first: Paragraph['kind'], section: string): Paragraph[] {
  const { from, to, rank: depth } = block
  const one = { depth, section }
  if (block.kind === 'heading')
    return [{ ...one, kind: 'heading', markdown: headingWords(text, block), fromLine: from, toLine: to }]
  const found: Paragraph[] = []
  for (const [n, line] of linesOfBlock(text, block).entries()) {
    const at = { fromLine: from + n, toLine: from + n, ...one }
    const [, dash, words] = ITEM.exec(line) ?? []
    const last = found.at(-1)
    if (block.kind === 'table') n !== 1 && found.push({ ...at, kind: 'row', markdown: line })
    else if (words) found.push({ ...at, kind: dash ? 'item' : 'step', markdown: words })
    else if (!last) found.push({ ...at, kind: first, markdown: line.replace(CALLOUT, '').trim() })
    else if (line) {
      last.markdown += ` ${line}`
      last.toLine = from + n
    }
  }
  return found.filter(({ markdown }) => markdown)
}

/** The sentences of a paragraph, as written. */
export const sentencesOf = (markdown: string): string[] => sentencesIn(markdown).map(({ text }) => text)

/** Lists the sentences of paragraphs, or those whose Markdown the caller needs. */
export function sayingsOf(
  paragraphs: readonly Paragraph[],
  document: Document,
  ofUse: (markdown: string) => boolean = () => true,
): Saying[] {
  return paragraphs.flatMap((paragraph) => {
    const { markdown, kind, section, fromLine, toLine } = paragraph
    if (!ofUse(markdown)) return []
    const parts = kind === 'row' || kind === 'heading' ? [markdown] : sentencesOf(markdown)
    if (parts.length > 1 && fromLine < toLine) return locate(parts, paragraph, document, ofUse)
    return parts.flatMap((part) => {
      const words = ofUse(part) ? plainWords(part) : ''
      return words ? { words, fromLine, toLine, kind, section } : []
    })
  })
}

/** Locates each sentence of a multi-line paragraph by counting characters other than spaces. */
function locate(
  parts: string[],
  { kind, section, fromLine, toLine }: Paragraph,
  { lines }: Document,
  ofUse: (markdown: string) => boolean,
): Saying[] {
  const solid = (text: string) => text.replace(/\s+/g, '').length
  const ends: number[] = []
  // The first line may begin with a list mark, which is in no sentence.
  let passed =
    solid(parts.join('')) -
    lines.slice(fromLine - 1, toLine).reduce((sum, line) => sum + solid(withoutQuoteMarks(line)), 0)
  for (const line of lines.slice(fromLine - 1, toLine)) {
    passed += solid(withoutQuoteMarks(line))
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

const withoutQuoteMarks = (line: string) => line.replace(/^[ \t]*(?:>[ \t]?)+/, '')
