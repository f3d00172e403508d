import { type Block, blocksIn } from './blocks.ts'

/** Who is told of what stands in the lines of a text: marks that a pattern finds, and math and comments, where none is looked for. */
export interface Told {
  mark?: (match: RegExpExecArray, line: number) => void
  silent?: (from: number, to: number) => void
}

/**
 * Goes through what of a text is read: paragraphs, headings, rows of tables. What a pattern finds there is told, unless
 * it is escaped or stands in code, in math (`$…$`, `$$…$$`) or in a comment (`<!--…-->`, `%%…%%`). `plain`: there are no blocks.
 */
export function readInline(text: string, pattern: RegExp, told: Told, plain = false): void {
  const scan: InlineScan = { text, line: 1, counted: 0, pattern, told, next: undefined }
  if (plain) readPart(scan, 0, text.length)
  for (const block of plain ? [] : blocksIn(text)) {
    if (scan.next === null) return
    if (!isRead(block, text) || (scan.next && scan.next.index >= block.end)) continue
    if (block.kind !== 'table') readPart(scan, block.at, block.end)
    else readRows(scan, block)
  }
}

/** What opens in a row of a table closes in it. */
function readRows(scan: InlineScan, { at, end }: Block): void {
  for (let from = at; from < end; ) {
    const feed = scan.text.indexOf('\n', from)
    const to = feed < 0 || feed > end ? end : feed
    readPart(scan, from, to)
    from = to + 1
  }
}

const isRead = ({ kind, at }: Block, text: string) =>
  kind === 'paragraph' || kind === 'heading' || kind === 'table' || (kind === 'html' && !text.startsWith('<!--', at))

interface InlineScan {
  text: string
  /** The line of the place up to which lines were counted. */
  line: number
  counted: number
  pattern: RegExp
  told: Told
  /** The next sign at or behind the place that was read up to; null where there is none. */
  next: RegExpExecArray | null | undefined
}

/** Makes a pattern of marks into one that meets, before them, what takes their meaning away. */
export const inlinePattern = (marks: RegExp): RegExp =>
  new RegExp(`\\\\[\\s\\S]|\`+|<!--|%%|\\$\\$?|${marks.source}`, 'g')

function readPart(scan: InlineScan, from: number, to: number): void {
  const { text, told } = scan
  /** What was looked for in this part, and is not in it again. */
  const missing: string[] = []
  for (let found = nextFrom(scan, from); found && found.index < to; ) {
    const [whole] = found
    const after = found.index + whole.length
    const end = endOfSilence(text, found.index, whole, to, missing)
    if (end === null && after <= to) {
      told.mark?.(found, lineAt(scan, found.index))
    } else if (end && whole !== '<!--' && !whole.startsWith('`')) told.silent?.(found.index, end)
    found = nextFrom(scan, end || after)
  }
}

/** The line of a place; places are asked for in rising order. */
function lineAt(scan: InlineScan, place: number): number {
  for (let at = scan.text.indexOf('\n', scan.counted); at >= 0 && at < place; at = scan.text.indexOf('\n', at + 1)) {
    scan.line++
    scan.counted = at + 1
  }
  return scan.line
}

/** The next sign from a place on. A part that has none does not look through the rest of the text again. */
function nextFrom(scan: InlineScan, from: number): RegExpExecArray | null {
  const { pattern, text, next } = scan
  if (next === null || (next && next.index >= from)) return next
  pattern.lastIndex = from
  scan.next = pattern.exec(text)
  return scan.next
}

/** Where what begins with this sign ends; 0 where the sign is only that, null where it begins nothing of the kind. */
function endOfSilence(text: string, at: number, sign: string, to: number, missing: string[]): number | null {
  const after = at + sign.length
  if (sign.startsWith('\\')) return 0
  if (sign.startsWith('`')) return missing.includes(sign) ? 0 : endOfTicks(text, after, sign, to) || miss(sign, missing)
  const closing = sign === '<!--' ? '-->' : sign
  if (sign === '$') return endOfMath(text, after, to)
  if (closing !== '-->' && sign !== '%%' && sign !== '$$') return null
  const end = missing.includes(closing) ? -1 : text.indexOf(closing, after)
  return end >= 0 && end + closing.length <= to ? end + closing.length : miss(closing, missing)
}

function miss(sign: string, missing: string[]): 0 {
  missing.push(sign)
  return 0
}

/** Code ends at a run of as many ticks. */
function endOfTicks(text: string, from: number, ticks: string, to: number): number {
  for (let at = text.indexOf(ticks, from); at >= 0 && at < to; at = text.indexOf(ticks, at)) {
    let end = at
    while (text[end] === '`') end++
    if (end - at === ticks.length) return end
    at = end
  }
  return 0
}

/** `$5 and $6` is no math: what opens touches what is inside, and so does what closes, before no digit. */
function endOfMath(text: string, from: number, to: number): number {
  const end = text.indexOf('$', from)
  if (end <= from || end >= to || /\s/.test(text[from] ?? '') || /[\s\\]/.test(text[end - 1] ?? '')) return 0
  return /[\d$]/.test(text[end + 1] ?? '') ? 0 : end + 1
}

const NOTHING = inlinePattern(/(?!)/)

/** From where to where a text is math or an Obsidian comment: no link is one there. */
export function silentIn(text: string): [from: number, to: number][] {
  const found: [number, number][] = []
  if (/\$|%%/.test(text)) readInline(text, NOTHING, { silent: (from, to) => found.push([from, to]) })
  return found
}
