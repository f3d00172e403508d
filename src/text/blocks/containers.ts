import { type Cursor, codeAt, goBack, isBlank, isSpace, LINE_END, markOf, take, takeSpaces } from './cursor.ts'
import { begin, type Container, type Scan, say } from './scan.ts'
import { isThematicBreak } from './thematic-break.ts'

/** How a line goes on with a container: it does, with the next item of a list, or not. */
export type GoesOn = 'yes' | 'next' | 'no'

const [QUOTE, OPEN, DOT, CLOSE] = [62, 91, 46, 41]

/** Takes from a line what says that it belongs to an open container, which stands in another. */
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
  scan.marked = scan.line
  return true
}

function takeFootnoteIndent(scan: Scan, within: Container | undefined): boolean {
  if (isBlank(scan.cursor)) return true
  const spaces = takeSpaces(scan.cursor, 4)
  // As micromark has it, a footnote in a footnote is set in no further.
  if (spaces < 4 && (spaces > 0 || within?.kind !== 'footnoteDefinition')) return false
  say(scan)
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

/** The beginning of an item that was taken from a line. */
interface ItemStart {
  sign: number
  ordered: boolean
  indent: number
  empty: boolean
  mark: string
}

/** Takes the beginning of an item, of an open list or of a new one; null, and nothing taken for good, where there is none. */
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

/** Up to four columns belong to the item's sign; of more, one does, and the rest begins code. */
function spacesAfterSign(cursor: Cursor): number {
  const mark = markOf(cursor)
  const spaces = takeSpaces(cursor, 4)
  if (!isSpace(codeAt(cursor))) return spaces
  return takeSpaces(goBack(cursor, mark), 1)
}

/** What begins a container: a quote, an item of a list, a footnote. */
type Start = { kind: 'blockquote' } | { kind: 'footnoteDefinition'; label: string } | (ItemStart & { kind: 'list' })

/** Takes the beginning of a container from a line; null, and nothing taken, where none begins. */
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

/** Whether a line goes on with what a container may begin with: most begin with a letter. */
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

/** Opens a container that begins on the line being read. */
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
  if (start.kind === 'footnoteDefinition') say(scan)
  scan.marked = scan.line
}

/** Begins an item of a list; the one before ends with what was said in it. */
export function nextItem(scan: Scan, list: Container): void {
  if (list.item) list.item.to = Math.max(list.item.to, scan.before.said)
  list.item = undefined
  list.item = begin(scan, 'listItem', list.mark)
  list.block.to = scan.marked = scan.line
}

/** Closes the containers beyond the first so many; `at` says how far they reach. */
export function exit(scan: Scan, size: number, at: { said: number; marked: number }): void {
  while (scan.open.length > size) {
    const { block, item } = scan.open.pop() as Container
    block.to = Math.max(block.to, at.marked)
    if (item) item.to = Math.max(item.to, at.said)
    const parent = scan.open.at(-1)
    for (const holder of parent ? [parent.block, parent.item] : [])
      if (holder) holder.to = Math.max(holder.to, block.to)
  }
}
