import { SPEAKER } from '../../knowledge/index.ts'
import {
  headingWords as asWritten,
  blocksIn,
  joinLines,
  linesOfBlock,
  type Block as TextBlock,
} from '../../text/index.ts'

/** A block of a text: its kind and its lines as written. */
export interface Block {
  kind: 'heading' | 'prose' | 'list' | 'table' | 'code' | 'quote'
  /** The level of a heading, 1 to 6; else 0. */
  depth: number
  /** For a heading, its words alone. */
  lines: string[]
  fromLine: number
  toLine: number
}

/** Lines that are skipped: table rows outside a table. */
const STRAY_ROW = /^\s*\|.*$/

const KINDS: Partial<Record<TextBlock['kind'], Block['kind']>> = {
  heading: 'heading',
  paragraph: 'prose',
  html: 'prose',
  list: 'list',
  table: 'table',
  code: 'code',
  blockquote: 'quote',
}

/**
 * Lists the top-level blocks of a text; in a chat, each speaker's turn is a block. Rules, footnotes
 * and link definitions are left out. `firstLine` is the number of the first line.
 */
export function blocksOfText(lines: readonly string[], firstLine = 1): Block[] {
  const text = joinLines(lines)
  const found: Block[] = []
  for (const block of blocksIn(text)) {
    const kind = block.depth === 0 ? KINDS[block.kind] : undefined
    if (!kind) continue
    const { from, to, rank: depth } = block
    const [fromLine, toLine] = [firstLine + from - 1, firstLine + to - 1]
    if (kind === 'heading') found.push({ kind, depth, lines: [asWritten(text, block)], fromLine, toLine })
    else if (kind === 'prose') found.push(...proseOf(linesOfBlock(text, block), fromLine))
    else if (kind === 'list') addList(found, lines.slice(from - 1, to), fromLine)
    else found.push({ kind, depth, lines: lines.slice(from - 1, to), fromLine, toLine })
  }
  return found
}

/**
 * Adds a list up to a stray row in it; the lines below the row are read as a text of their
 * own.
 */
function addList(found: Block[], lines: string[], fromLine: number): void {
  const row = lines.findIndex((line) => STRAY_ROW.test(line))
  const own = row < 0 ? lines : lines.slice(0, row)
  const last = found.at(-1)
  if (last && goesOn(last, own[0] ?? '')) {
    last.lines.push(...Array<string>(fromLine - last.toLine - 1).fill(''), ...own)
    last.toLine = fromLine + own.length - 1
  } else found.push({ kind: 'list', depth: 0, lines: own, fromLine, toLine: fromLine + own.length - 1 })
  if (row >= 0) found.push(...blocksOfText(lines.slice(row + 1), fromLine + row + 1))
}

/**
 * Whether a list continues the one before: items below a number are often indented too little for
 * Markdown.
 */
const goesOn = ({ kind, lines }: Block, line: string) =>
  kind === 'list' && (/^\s/.test(line) || isOrdered(line) === isOrdered(lines[0] ?? ''))

const isOrdered = (line: string) => /^\s*\d/.test(line)

/** Splits a paragraph at a change of speaker and at stray rows. */
function proseOf(lines: readonly string[], fromLine: number): Block[] {
  const found: Block[] = []
  let open: Block | undefined
  for (const [n, line] of lines.entries()) {
    if (STRAY_ROW.test(line)) open = undefined
    else if (open && !(SPEAKER.test(line) && SPEAKER.test(open.lines[0] ?? ''))) {
      open.lines.push(line)
      open.toLine = fromLine + n
    } else {
      open = { kind: 'prose', depth: 0, lines: [line], fromLine: fromLine + n, toLine: fromLine + n }
      found.push(open)
    }
  }
  return found
}

/** The words of a heading without its number and attributes. */
export const headingWords = ({ lines }: Block): string =>
  (lines[0] ?? '')
    .replace(/(?<!\s)\s*\{[#.][^{}]*\}\s*$/, '')
    .replace(/^(?:\d+\.)+\d*\s+|^\d+[.)]\s+/, '')
    .trim()
