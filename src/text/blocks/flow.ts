import { addLine, endContent, underline } from './content.ts'
import { type Cursor, endOfRun, goBack, isBlank, markOf, takeSpaces } from './cursor.ts'
import { endsHtml, htmlStart } from './html-start.ts'
import { leafAt } from './leaf-start.ts'
import { begin, type Content, type Leaf, noteText, type Scan } from './scan.ts'
import { delimiterCells, headCells } from './table-row.ts'

/** Ends the open leaf block. */
export function endLeaf(scan: Scan): void {
  if (scan.leaf?.kind === 'content') endContent(scan, scan.leaf)
  scan.leaf = null
}

/**
 * Ends the open leaf where a container begins: an unclosed fence or HTML block includes that line.
 */
export function cutLeaf(scan: Scan): void {
  const { leaf, line } = scan
  if (leaf?.kind === 'fence' || (leaf?.kind === 'html' && leaf.html < 6)) {
    leaf.block.to = line
    noteText(scan)
    scan.before.textLine = scan.before.markLine = line
  }
  endLeaf(scan)
}

/**
 * Whether a line is one tag of any name and nothing else; such a lazy line stays in the containers
 * of the paragraph above.
 */
export function beginsAnyTag(cursor: Cursor): boolean {
  const mark = markOf(cursor)
  takeSpaces(cursor, 3)
  const start = leafAt(cursor, false)
  goBack(cursor, mark)
  return start?.kind === 'html' && start.html === 7
}

/**
 * Adds the rest of a line to the open leaf; false if it does not belong there. A lazy line lacks
 * the container's markers.
 */
export function goOnWithLeaf(scan: Scan, leaf: Leaf, lazy: boolean): boolean {
  const mark = markOf(scan.cursor)
  const goesOn = leaf.kind === 'content' ? goOnWithContent(scan, leaf, lazy) : !lazy && goOnWithBlock(scan, leaf)
  if (!goesOn) goBack(scan.cursor, mark)
  return goesOn
}

function goOnWithBlock(scan: Scan, leaf: Exclude<Leaf, Content>): boolean {
  const { cursor } = scan
  switch (leaf.kind) {
    case 'fence':
      return extend(scan, leaf, closesFence(cursor, leaf.sign, leaf.size))
    case 'html':
      if (leaf.html >= 6 && isBlank(cursor)) return false
      return extend(scan, leaf, endsHtml(leaf.html, restOf(cursor)))
    case 'indented':
      // Empty lines belong to indented code if more of it follows.
      return takeSpaces(cursor, 4) === 4 ? extend(scan, leaf) : isBlank(cursor)
    default:
      if (isBlank(cursor) || takeSpaces(cursor, 4) === 4 || leafAt(cursor, false)) return false
      return extend(scan, leaf)
  }
}

function extend(scan: Scan, leaf: Exclude<Leaf, Content>, ends = false): true {
  leaf.block.to = scan.line
  leaf.block.end = scan.cursor.end
  noteText(scan)
  if (ends) scan.leaf = null
  return true
}

const restOf = ({ text, at, end }: Cursor) => text.slice(at, end)

function closesFence(cursor: Cursor, sign: number, size: number): boolean {
  takeSpaces(cursor, 3)
  const { at } = cursor
  if (cursor.spare > 0) return false
  cursor.at = endOfRun(cursor, at, sign)
  return cursor.at - at >= size && isBlank(cursor)
}

function goOnWithContent(scan: Scan, content: Content, lazy: boolean): boolean {
  const { cursor } = scan
  if (isBlank(cursor)) return false
  const indented = takeSpaces(cursor, 4) === 4
  takeSpaces(cursor, Number.POSITIVE_INFINITY)
  if (!indented) {
    const rank = lazy ? 0 : underlineAt(cursor)
    if (rank > 0) return makeHeading(scan, content, rank)
    if (leafAt(cursor, !lazy)) return false
    if (!lazy && makeTable(scan, content)) return true
  }
  addLine(scan, content, !indented)
  noteText(scan)
  return true
}

const [DASH, EQUALS] = [45, 61]

/** The rank of the heading that an underline of `=` or `-` makes; 0 if the line is none. */
function underlineAt(cursor: Cursor): 0 | 1 | 2 {
  const sign = cursor.text.charCodeAt(cursor.at)
  if (sign !== DASH && sign !== EQUALS) return 0
  const after = endOfRun(cursor, cursor.at, sign)
  if (!isBlank({ ...cursor, at: after, solid: -1 })) return 0
  return sign === EQUALS ? 1 : 2
}

function makeHeading(scan: Scan, content: Content, rank: number): boolean {
  const { text, at } = scan.cursor
  if (!underline(scan, content, rank, text.charAt(at))) return false
  noteText(scan)
  return true
}

/** Makes a table if the line above is a head row and this is its delimiter row. */
function makeTable(scan: Scan, content: Content): boolean {
  const { text, at, end } = scan.cursor
  const columns = content.mayBeHead ? delimiterCells(text, at, end) : 0
  const [from, to] = [content.starts.at(-1) ?? 0, content.ends.at(-1) ?? 0]
  if (columns === 0 || headCells(text, from, to) !== columns) return false
  content.starts.pop()
  content.ends.pop()
  if (content.starts.length > 0) endContent(scan, content)
  // As in micromark: a tag cannot interrupt a paragraph, but with a delimiter row below, it begins
  // an HTML block.
  const isTag = htmlStart(text.slice(from, to), true) === 7
  const block = begin(scan, isTag ? 'html' : 'table', isTag ? '<' : '')
  block.from--
  block.at = from
  scan.leaf = isTag ? { kind: 'html', block, html: 7 } : { kind: 'table', block }
  noteText(scan)
  return true
}

/** Begins a leaf block with the rest of a line, unless it is blank. */
export function beginLeaf(scan: Scan, lazy: boolean): void {
  const { cursor } = scan
  if (isBlank(cursor)) return
  noteText(scan)
  if (takeSpaces(cursor, 4) === 4) {
    const block = begin(scan, 'code')
    if (!lazy) scan.leaf = { kind: 'indented', block }
    return
  }
  const start = leafAt(cursor, false)
  if (!start) {
    addLine(scan, null, true)
    return
  }
  const block = begin(scan, start.kind, start.mark, start.rank)
  if (start.kind === 'code')
    scan.leaf = { kind: 'fence', block, sign: start.mark.charCodeAt(0), size: start.mark.length }
  else if (start.kind === 'html' && !start.ends) scan.leaf = { kind: 'html', block, html: start.html }
}
