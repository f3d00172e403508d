import { type Cursor, codeAt, goBack, isBlank, isSpace, LINE_END, markOf, take, takeSpaces } from './cursor.ts'
import { begin, type Container, noteText, type Scan } from './scan.ts'
import { isThematicBreak } from './thematic-break.ts'

/** How a line continues a container: as part of it, as the next item of its list, or not. */
export type GoesOn = 'yes' | 'next' | 'no'

const [QUOTE, OPEN, DOT, CLOSE] = [62, 91, 46, 41]

/** Consumes the markers by which a line continues an open container; `within` is its parent. */
export function goOn(scan: Scan, container: Container, within: Container | undefined): GoesOn {
  const { cursor } = scan
  const mark = markOf(cursor)
  if (container.kind === 'list') return goOnWithList(scan, container)
  const goes = container.kind === 'blockquote' ? takeQuote(scan) : takeFootnoteIndent(scan, within)
  if (!goes) goBack(cursor, mark)
  return goes ? 'yes' : 'no'
}

function takeQuote(scan: Scan): boolean {
  const { cursor } = scan
  takeSpaces(cursor, 3)
  if (codeAt(cursor) !== QUOTE) return false
  take(cursor, 1)
  takeSpaces(cursor, 1)
  scan.markLine = scan.line
  return true
}

function takeFootnoteIndent(scan: Scan, within: Container | undefined): boolean {
  if (isBlank(scan.cursor)) return true
  const spaces = takeSpaces(scan.cursor, 4)
  // As in micromark, a footnote inside a footnote needs no further indentation.
  if (spaces < 4 && (spaces > 0 || within?.kind !== 'footnoteDefinition')) return false
  noteText(scan)
  return true
}

function goOnWithList(scan: Scan, list: Container): GoesOn {
  const { cursor } = scan
  if (isBlank(cursor)) {
    list.stillEmpty ||= list.beganEmpty
    takeSpaces(cursor, list.indent)
    return 'yes'
  }
  const mark = markOf(cursor)
  const belongs = !list.stillEmpty && takeSpaces(cursor, list.indent) === list.indent
  list.stillEmpty = list.beganEmpty = false
  if (belongs) return 'yes'
  const item = itemAt(goBack(cursor, mark), { list, interrupts: false })
  if (!item) goBack(cursor, mark)
  else Object.assign(list, { indent: item.indent, beganEmpty: item.empty, mark: item.mark })
  return item ? 'next' : 'no'
}

/** The start of a list item, as consumed from a line. */
interface ItemStart {
  sign: number
  ordered: boolean
  indent: number
  empty: boolean
  mark: string
}

/** Consumes the start of an item, of the open list or of a new one; null if there is none. */
function itemAt(cursor: Cursor, { list, interrupts }: { list?: Container; interrupts: boolean }): ItemStart | null {
  const before = takeSpaces(cursor, 3)
  if (cursor.spare > 0) return null
  const { text, at } = cursor
  const digits = endOfDigits(cursor)
  const sign = text.charCodeAt(at + digits)
  const ordered = digits > 0
  if (at + digits >= cursor.end || !isItemSign(sign, ordered)) return null
  if (list && (list.ordered !== ordered || list.sign !== sign)) return null
  if (digits > 9 || (interrupts && ordered && (digits > 1 || text[at] !== '1'))) return null
  if (!ordered && isThematicBreak(cursor)) return null
  take(cursor, digits + 1)
  const empty = isBlank(cursor)
  if (empty && interrupts) return null
  const after = empty ? 1 : spacesAfterSign(cursor)
  if (after === 0) return null
  return { sign, ordered, indent: before + digits + 1 + after, empty, mark: text.slice(at, at + digits + 1) }
}

const isItemSign = (code: number, ordered: boolean) =>
  ordered ? code === DOT || code === CLOSE : code === 42 || code === 43 || code === 45

function endOfDigits({ text, at, end }: Cursor): number {
  let digits = 0
  while (digits < 11 && at + digits < end) {
    const code = text.charCodeAt(at + digits)
    if (code < 48 || code > 57) break
    digits++
  }
  return digits
}

/**
 * The item's indentation includes up to four columns after its marker; with more, one, and the rest
 * is indented code.
 */
function spacesAfterSign(cursor: Cursor): number {
  const mark = markOf(cursor)
  const spaces = takeSpaces(cursor, 4)
  if (!isSpace(codeAt(cursor))) return spaces
  return takeSpaces(goBack(cursor, mark), 1)
}

/** The start of a container: a quote, a list item or a footnote. */
type Start = { kind: 'blockquote' } | { kind: 'footnoteDefinition'; label: string } | (ItemStart & { kind: 'list' })

/** Consumes the start of a container; null, with the cursor unmoved, if none begins. */
export function takeStart(cursor: Cursor, interrupts: boolean): Start | null {
  if (!mayStart(cursor)) return null
  const mark = markOf(cursor)
  takeSpaces(cursor, 3)
  const code = codeAt(cursor)
  if (code === QUOTE) {
    take(cursor, 1)
    takeSpaces(cursor, 1)
    return { kind: 'blockquote' }
  }
  if (code === OPEN) {
    const label = footnoteAt(cursor)
    if (label) return { kind: 'footnoteDefinition', label }
  } else if (code !== LINE_END && (code === 42 || code === 43 || code === 45 || (code >= 48 && code <= 57))) {
    const item = itemAt(goBack(cursor, mark), { interrupts })
    if (item) return { kind: 'list', ...item }
  }
  goBack(cursor, mark)
  return null
}

/** Whether the next character can start a container: most lines begin with a letter. */
function mayStart(cursor: Cursor): boolean {
  const code = codeAt(cursor)
  return code >= 0 && (code < 65 || code === OPEN)
}

const FOOTNOTE = /\[\^((?:[^[\]\\\s]|\\[[\]\\]|\\(?![[\]\\])){1,999})\]:/y
const MOST_LABEL = 999

function footnoteAt(cursor: Cursor): string {
  FOOTNOTE.lastIndex = cursor.at
  const [whole, label = ''] = FOOTNOTE.exec(cursor.text) ?? []
  if (whole === undefined || label.length > MOST_LABEL) return ''
  take(cursor, label.length + '[^]:'.length)
  takeSpaces(cursor, Number.POSITIVE_INFINITY)
  return label
}

/** Opens a container that begins on the current line. */
export function enter(scan: Scan, start: Start): void {
  const isList = start.kind === 'list'
  const block = begin(scan, start.kind, start.kind === 'footnoteDefinition' ? start.label : '')
  const container: Container = {
    kind: start.kind,
    block,
    sign: isList ? start.sign : 0,
    ordered: isList && start.ordered,
    indent: isList ? start.indent : 0,
    beganEmpty: isList && start.empty,
    stillEmpty: false,
    mark: isList ? start.mark : '',
  }
  scan.open.push(container)
  if (isList) nextItem(scan, container)
  if (start.kind === 'footnoteDefinition') noteText(scan)
  scan.markLine = scan.line
}

/** Begins a list item; the previous one ends with its last line of text. */
export function nextItem(scan: Scan, list: Container): void {
  if (list.item) list.item.to = Math.max(list.item.to, scan.before.textLine)
  list.item = undefined
  list.item = begin(scan, 'listItem', list.mark)
  list.block.to = scan.markLine = scan.line
}

/** Closes the containers deeper than `size`; `at` is the last line that they reach. */
export function exit(scan: Scan, size: number, at: { textLine: number; markLine: number }): void {
  while (scan.open.length > size) {
    const { block, item } = scan.open.pop() as Container
    block.to = Math.max(block.to, at.markLine)
    if (item) item.to = Math.max(item.to, at.textLine)
    const parent = scan.open.at(-1)
    for (const holder of parent ? [parent.block, parent.item] : [])
      if (holder) holder.to = Math.max(holder.to, block.to)
  }
}
