import { type Block, blocksIn } from './blocks.ts'

/**
 * Callbacks of `readInline`: `mark` for a match, `silent` for a range of math or comment, `code` for
 * a code span.
 */
export interface Visitor {
  mark?: (match: RegExpExecArray, line: number) => void
  silent?: (from: number, to: number) => void
  code?: (from: number, to: number) => void
}

/**
 * Scans the inline content of a text (paragraphs, headings, table rows) for a pattern. Matches are
 * skipped if escaped or inside code, math (`$…$`, `$$…$$`) or comments (`<!--…-->`, `%%…%%`).
 * `plain` treats the whole text as one inline part.
 */
export function readInline(text: string, pattern: RegExp, visitor: Visitor, plain = false): void {
  const scan: InlineScan = { text, line: 1, counted: 0, pattern, visitor, next: undefined, closers: new Map() }
  if (plain) readPart(scan, 0, text.length)
  for (const block of plain ? [] : blocksIn(text)) {
    if (scan.next === null) return
    if (!isRead(block, text) || (scan.next && scan.next.index >= block.end)) continue
    if (block.kind !== 'table') readPart(scan, block.at, block.end)
    else readRows(scan, block)
  }
}

/** Scans each row by itself: a span that opens in a table row must close in it. */
function readRows(scan: InlineScan, { at, end }: Block): void {
  for (let from = at; from < end; ) {
    const feed = scan.text.indexOf('\n', from)
    const to = feed < 0 || feed > end ? end : feed
    readPart(scan, from, to)
    from = to + 1
  }
}

const isRead = ({ kind, at }: Block, text: string) =>
  kind === 'paragraph' || kind === 'heading' || kind === 'table' || (kind === 'html' && !isRawHtml(text, at))

/** Whether a block of HTML at an offset is a comment, or has no Markdown in it. */
export const isRawHtml = (text: string, at: number): boolean =>
  /^(?:<!--|<(?:pre|script|style|textarea)\b)/i.test(text.slice(at, at + 12))

interface InlineScan {
  text: string
  /** The line number at offset `counted`. */
  line: number
  counted: number
  pattern: RegExp
  visitor: Visitor
  /**
   * The next match at or after the current offset; null if there is none in the rest of the text.
   */
  next: RegExpExecArray | null | undefined
  /** Where each closer was found last, so that no part of the text is searched twice. */
  closers: Map<string, number>
}

/** Extends a pattern with the openers that take precedence: escapes, code, comments and math. */
export const inlinePattern = (marks: RegExp): RegExp =>
  new RegExp(`\\\\[\\s\\S]|\`+|<!--|<(?:code|pre|kbd|samp)>|%%|\\$\\$?|${marks.source}`, 'g')

function readPart(scan: InlineScan, from: number, to: number): void {
  const { visitor } = scan
  /** Closers that were searched for in this part and not found. */
  const missing: string[] = []
  for (let found = nextFrom(scan, from); found && found.index < to; ) {
    const [whole] = found
    const after = found.index + whole.length
    const end = endOfSilence(scan, found.index, whole, to, missing)
    if (end === null && after <= to) {
      visitor.mark?.(found, lineAt(scan, found.index))
    } else if (end && whole.startsWith('`')) visitor.code?.(found.index, end)
    else if (end && whole !== '<!--') visitor.silent?.(found.index, end)
    found = nextFrom(scan, end || after)
  }
}

/** The line number of an offset. Offsets must be asked for in ascending order. */
function lineAt(scan: InlineScan, place: number): number {
  for (let at = scan.text.indexOf('\n', scan.counted); at >= 0 && at < place; at = scan.text.indexOf('\n', at + 1)) {
    scan.line++
    scan.counted = at + 1
  }
  return scan.line
}

/**
 * The next match from an offset. It is cached, so that parts without one do not scan the text
 * again.
 */
function nextFrom(scan: InlineScan, from: number): RegExpExecArray | null {
  const { pattern, text, next } = scan
  if (next === null || (next && next.index >= from)) return next
  pattern.lastIndex = from
  scan.next = pattern.exec(text)
  return scan.next
}

/**
 * The end of the silent span that an opener begins; 0 if it is not closed, null if the match is no
 * opener.
 */
function endOfSilence(scan: InlineScan, at: number, sign: string, to: number, missing: string[]): number | null {
  const { text } = scan
  const after = at + sign.length
  if (sign.startsWith('\\')) return 0
  if (sign.startsWith('`')) return missing.includes(sign) ? 0 : endOfTicks(text, after, sign, to) || miss(sign, missing)
  const closing = sign === '<!--' ? '-->' : TAG.test(sign) ? sign.replace('<', '</') : sign
  if (sign === '$') return endOfMath(text, after, to)
  if (closing === sign && sign !== '%%' && sign !== '$$') return null
  const end = missing.includes(closing) ? -1 : closerFrom(scan, closing, after)
  return end >= 0 && end + closing.length <= to ? end + closing.length : miss(closing, missing)
}

function closerFrom({ text, closers }: InlineScan, closing: string, from: number): number {
  const there = closers.get(closing)
  if (there !== undefined && (there < 0 || there >= from)) return there
  const found = text.indexOf(closing, from)
  closers.set(closing, found)
  return found
}

const TAG = /^<(?:code|pre|kbd|samp)>$/

function miss(sign: string, missing: string[]): 0 {
  missing.push(sign)
  return 0
}

/** The end of a code span, which is a run of as many backticks; 0 if there is none. */
export function endOfTicks(text: string, from: number, ticks: string, to: number): number {
  for (let at = text.indexOf(ticks, from); at >= 0 && at < to; at = text.indexOf(ticks, at)) {
    let end = at
    while (text[end] === '`') end++
    if (end - at === ticks.length) return end
    at = end
  }
  return 0
}

/**
 * The end of `$…$`, or 0. `$5 and $6` is not math: no space may touch the inside of a dollar sign,
 * and no digit follow the closing one.
 */
export function endOfMath(text: string, from: number, to: number): number {
  const end = text.indexOf('$', from)
  if (end <= from || end >= to || /\s/.test(text[from] ?? '') || /[\s\\]/.test(text[end - 1] ?? '')) return 0
  return /[\d$]/.test(text[end + 1] ?? '') ? 0 : end + 1
}

const NOTHING = inlinePattern(/(?!)/)

/** The ranges of math and Obsidian comments in a text, where links do not count. */
export function silentIn(text: string): [from: number, to: number][] {
  const found: [number, number][] = []
  if (/\$|%%/.test(text)) readInline(text, NOTHING, { silent: (from, to) => found.push([from, to]) })
  return found
}
