import type { Block } from './blocks/block.ts'
import { enter, exit, goOn, nextItem, takeStart } from './blocks/containers.ts'
import { addLine } from './blocks/content.ts'
import { afterSpaces, startLine } from './blocks/cursor.ts'
import { beginLeaf, beginsAnyTag, cutLeaf, endLeaf, goOnWithLeaf } from './blocks/flow.ts'
import { type Container, type Content, noteText, type Scan } from './blocks/scan.ts'
import { eachLine } from './lines.ts'

export type { Block } from './blocks/block.ts'

/**
 * Parses the blocks of a Markdown text (CommonMark with GitHub's tables and footnotes), in document
 * order, parents before children. One pass over the lines, as in micromark; a property test
 * compares the two.
 */
export function blocksIn(text: string): Block[] {
  const scan: Scan = {
    text,
    line: 0,
    cursor: { text, at: 0, end: 0, column: 0, spare: 0, solid: -1, notBreak: { sign: 0, until: 0 } },
    blocks: [],
    open: [],
    leaf: null,
    textLine: 0,
    markLine: 0,
    before: { textLine: 0, markLine: 0 },
    wasBlank: false,
    isNext: false,
  }
  eachLine(text, (from, to) => readLine(scan, from, to))
  endLeaf(scan)
  exit(scan, 0, scan)
  return scan.blocks
}

function readLine(scan: Scan, from: number, to: number): void {
  const { cursor, open, before, leaf } = scan
  scan.line++
  startLine(cursor, from, to)
  if (open.length === 0 && (!leaf || leaf.kind === 'content') && readQuickly(scan, leaf)) return
  before.textLine = scan.textLine
  before.markLine = scan.markLine
  const matches = goOnWithContainers(scan)
  const lazy = !openContainers(scan, matches)
  scan.wasBlank = afterSpaces(scan.text, from, to) === to
  if (scan.leaf && goOnWithLeaf(scan, scan.leaf, lazy)) return
  const stays = lazy && scan.leaf?.kind === 'content' && to < scan.text.length && beginsAnyTag(cursor)
  endLeaf(scan)
  if (lazy && !stays) exit(scan, matches, scan.before)
  beginLeaf(scan, lazy)
}

/**
 * Fast path outside containers: reads an empty line, or a paragraph line that begins with a letter.
 * Most lines are such.
 */
function readQuickly(scan: Scan, leaf: Content | null): boolean {
  const { text, cursor } = scan
  if (cursor.at === cursor.end) {
    endLeaf(scan)
    scan.wasBlank = true
    return true
  }
  const code = text.charCodeAt(cursor.at)
  if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127)) return false
  addLine(scan, leaf, true)
  noteText(scan)
  return true
}

/**
 * Consumes the markers by which a line continues the open containers; returns how many it
 * continues. Sets `isNext` if the line begins the next item of the last of them.
 */
function goOnWithContainers(scan: Scan): number {
  const { open, cursor } = scan
  scan.isNext = false
  for (let matches = 0; matches < open.length; matches++) {
    // After one empty line only lists and footnotes stay open, and another empty line changes
    // nothing.
    if (scan.wasBlank && cursor.at === cursor.end && cursor.spare === 0) break
    const container = open[matches] as Container
    const goes = goOn(scan, container, open[matches - 1])
    if (goes === 'no') return matches
    if (goes === 'yes') continue
    cutLeaf(scan)
    exit(scan, matches + 1, scan.before)
    nextItem(scan, container)
    scan.isNext = true
    return matches + 1
  }
  return open.length
}

/** Opens the containers that a line begins; returns whether the line continues every open one. */
function openContainers(scan: Scan, matches: number): boolean {
  const { open, cursor, leaf, isNext } = scan
  const isWhole = matches === open.length
  if (isWhole && (leaf?.kind === 'fence' || leaf?.kind === 'html')) return true
  const interrupts = !isNext && isWhole && (leaf?.kind === 'content' || leaf?.kind === 'indented')
  let start = takeStart(cursor, interrupts)
  if (!start) return isWhole
  cutLeaf(scan)
  exit(scan, matches, scan)
  for (; start; start = takeStart(cursor, interrupts)) enter(scan, start)
  return true
}
