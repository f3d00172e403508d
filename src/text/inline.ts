import { type Block, blocksIn } from './blocks.ts'
import { eachLine } from './lines.ts'

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
  const ends: number[] = []
  eachLine(text, (_, to) => ends.push(to))
  const scan = { text, ends, line: 1, pattern, told }
  if (plain) readPart(scan, 0, text.length)
  for (const block of plain ? [] : blocksIn(text)) {
    if (!isRead(block, text)) continue
    if (block.kind !== 'table') readPart(scan, block.at, ends[block.to - 1] ?? text.length)
    // What opens in a row of a table closes in it.
    else
      for (let n = block.from; n <= block.to; n++)
        readPart(scan, Math.max(block.at, ends[n - 2] ?? 0), ends[n - 1] ?? 0)
  }
}

const isRead = ({ kind, at }: Block, text: string) =>
  kind === 'paragraph' || kind === 'heading' || kind === 'table' || (kind === 'html' && !text.startsWith('<!--', at))

interface InlineScan {
  text: string
  ends: readonly number[]
  line: number
  pattern: RegExp
  told: Told
}

/** Makes a pattern of marks into one that meets, before them, what takes their meaning away. */
export const inlinePattern = (marks: RegExp): RegExp =>
  new RegExp(`\\\\[\\s\\S]|\`+|<!--|%%|\\$\\$?|${marks.source}`, 'g')

function readPart(scan: InlineScan, from: number, to: number): void {
  const { text, ends, pattern, told } = scan
  /** What was looked for in this part, and is not in it again. */
  const missing = new Set<string>()
  pattern.lastIndex = from
  for (let found = pattern.exec(text); found && found.index < to; found = pattern.exec(text)) {
    const [whole] = found
    const end = endOfSilence(text, found.index, whole, to, missing)
    if (end === null) {
      if (found.index + whole.length > to) continue
      while ((ends[scan.line - 1] ?? text.length) < found.index) scan.line++
      told.mark?.(found, scan.line)
    } else if (end > 0) {
      pattern.lastIndex = end
      if (whole !== '<!--' && !whole.startsWith('`')) told.silent?.(found.index, end)
    }
  }
}

/** Where what begins with this sign ends; 0 where the sign is only that, null where it begins nothing of the kind. */
function endOfSilence(text: string, at: number, sign: string, to: number, missing: Set<string>): number | null {
  const after = at + sign.length
  if (sign.startsWith('\\')) return 0
  if (sign.startsWith('`')) return missing.has(sign) ? 0 : endOfTicks(text, after, sign, to) || miss(sign, missing)
  const closing = sign === '<!--' ? '-->' : sign
  if (sign === '$') return endOfMath(text, after, to)
  if (closing !== '-->' && sign !== '%%' && sign !== '$$') return null
  const end = missing.has(closing) ? -1 : text.indexOf(closing, after)
  return end >= 0 && end + closing.length <= to ? end + closing.length : miss(closing, missing)
}

function miss(sign: string, missing: Set<string>): 0 {
  missing.add(sign)
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
