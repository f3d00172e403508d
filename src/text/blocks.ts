import type { Block } from './blocks/block.ts'
import { enter, exit, goOn, nextItem, takeStart } from './blocks/containers.ts'
import { addLine } from './blocks/content.ts'
import { afterSpaces, startLine } from './blocks/cursor.ts'
import { beginLeaf, beginsAnyTag, cutLeaf, endLeaf, goOnWithLeaf } from './blocks/flow.ts'
import { type Container, type Content, type Scan, say } from './blocks/scan.ts'
import { eachLine } from './lines.ts'

export type { Block } from './blocks/block.ts'

/**
 * The blocks of a Markdown text (CommonMark with GitHub's tables and footnotes) in their order, what holds others before
 * what it holds. A single pass over the lines, as micromark takes them: a property test holds the two equal.
 */
export function blocksIn(text: string): Block[] {
  const scan: Scan = {
    text,
    line: 0,
    cursor: { text, at: 0, end: 0, column: 0, spare: 0, solid: -1, notBreak: { sign: 0, until: 0 } },
    blocks: [],
    open: [],
    leaf: null,
    said: 0,
    marked: 0,
    before: { said: 0, marked: 0 },
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
  before.said = scan.said
  before.marked = scan.marked
  const held = goOnWithContainers(scan)
  const lazy = !openContainers(scan, held)
  scan.wasBlank = afterSpaces(scan.text, from, to) === to
  if (scan.leaf && goOnWithLeaf(scan, scan.leaf, lazy)) return
  const stays = lazy && scan.leaf?.kind === 'content' && to < scan.text.length && beginsAnyTag(cursor)
  endLeaf(scan)
  if (lazy && !stays) exit(scan, held, scan.before)
  beginLeaf(scan, lazy)
}

/** Reads a line in no container that is empty, or begins with a letter and is a paragraph's: nearly all lines are such. */
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
  say(scan)
  return true
}

/**
 * Takes from a line what says that it belongs to what is open; gives how many containers hold it, and notes in
 * `isNext` whether it begins the next item of the last of them.
 */
function goOnWithContainers(scan: Scan): number {
  const { open, cursor } = scan
  scan.isNext = false
  for (let held = 0; held < open.length; held++) {
    // After one empty line only lists and footnotes are left, and another changes nothing.
    if (scan.wasBlank && cursor.at === cursor.end && cursor.spare === 0) break
    const container = open[held] as Container
    const goes = goOn(scan, container, open[held - 1])
    if (goes === 'no') return held
    if (goes === 'yes') continue
    cutLeaf(scan)
    exit(scan, held + 1, scan.before)
    nextItem(scan, container)
    scan.isNext = true
    return held + 1
  }
  return open.length
}

/** Opens the containers that a line begins; says whether the line is held by all that are open. */
function openContainers(scan: Scan, held: number): boolean {
  const { open, cursor, leaf, isNext } = scan
  const isWhole = held === open.length
  if (isWhole && (leaf?.kind === 'fence' || leaf?.kind === 'html')) return true
  const interrupts = !isNext && isWhole && (leaf?.kind === 'content' || leaf?.kind === 'indented')
  let start = takeStart(cursor, interrupts)
  if (!start) return isWhole
  cutLeaf(scan)
  exit(scan, held, scan)
  for (; start; start = takeStart(cursor, interrupts)) enter(scan, start)
  return true
}
