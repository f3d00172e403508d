import { afterSpaces, endOfDefinition } from './definition.ts'
import { begin, type Content, type Scan } from './scan.ts'

/** Begins or continues a paragraph with the line at the cursor. */
export function addLine(scan: Scan, content: Content | null, mayBeHead: boolean): void {
  const open = content ?? { kind: 'content', from: scan.line, starts: [], ends: [], mayBeHead }
  open.starts.push(scan.cursor.at)
  open.ends.push(scan.cursor.end)
  open.mayBeHead = mayBeHead
  scan.leaf = open
}

/**
 * Ends a paragraph: its leading definitions become blocks of their own, and the rest, if any, the
 * paragraph.
 */
export function endContent(scan: Scan, content: Content): void {
  const lines = content.starts.length
  const first = leadingDefinitions(scan, content)
  scan.leaf = null
  if (first === lines) return
  const block = begin(scan, 'paragraph')
  block.from = content.from + first
  block.to = content.from + lines - 1
  block.at = content.starts[first] as number
  block.end = content.ends[lines - 1] as number
}

/**
 * Makes a heading of the paragraph above an underline; false if it consists of definitions only.
 */
export function underline(scan: Scan, content: Content, rank: number, mark: string): boolean {
  const before = scan.blocks.length
  const first = leadingDefinitions(scan, content)
  if (first === content.starts.length) {
    scan.blocks.length = before
    return false
  }
  scan.leaf = null
  const block = begin(scan, 'heading', mark, rank)
  // As in micromark, a heading begins with the definitions above its words.
  block.from = content.from
  block.at = content.starts[first] as number
  return true
}

/** Adds the definitions that a paragraph begins with; returns the number of lines they take. */
function leadingDefinitions(scan: Scan, { from, starts, ends }: Content): number {
  if (scan.text[starts[0] as number] !== '[') return 0
  const text = starts.map((start, n) => scan.text.slice(start, ends[n])).join('\n')
  let [at, line] = [0, 0]
  while (at < text.length) {
    const end = endOfDefinition(text, afterSpaces(text, at))
    if (end < 0) break
    const block = begin(scan, 'definition')
    block.from = from + line
    line += linesIn(text, at, end)
    block.to = from + line - 1
    block.at = starts[block.from - from] as number
    block.end = ends[block.to - from] as number
    at = end + 1
  }
  return line
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 1
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
