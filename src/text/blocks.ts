import type { Block } from './blocks/block.ts'
import { enter, exit, goOn, nextItem, takeStart } from './blocks/containers.ts'
import { addLine } from './blocks/content.ts'
import { afterSpaces } from './blocks/cursor.ts'
import { beginLeaf, beginsAnyTag, cutLeaf, endLeaf, goOnWithLeaf } from './blocks/flow.ts'
import { type Container, type Scan, say } from './blocks/scan.ts'
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
  }
  eachLine(text, (from, to) => readLine(scan, from, to))
  endLeaf(scan)
  exit(scan, 0, scan)
  return scan.blocks
}

function readLine(scan: Scan, from: number, to: number): void {
  const { cursor, open } = scan
  scan.line++
  Object.assign(cursor, { at: from, end: to, column: 0, spare: 0, solid: -1 })
  cursor.notBreak.until = 0
  const { leaf } = scan
  if (open.length === 0 && (!leaf || leaf.kind === 'content') && beginsWithLetter(scan)) {
    addLine(scan, leaf, true)
    say(scan)
    return
  }
  scan.before = { said: scan.said, marked: scan.marked }
  const { held, isNext } = goOnWithContainers(scan)
  const lazy = !openContainers(scan, held, isNext)
  scan.wasBlank = afterSpaces(scan.text, from, to) === to
  if (scan.leaf && goOnWithLeaf(scan, scan.leaf, lazy)) return
  const stays = lazy && scan.leaf?.kind === 'content' && to < scan.text.length && beginsAnyTag(cursor)
  endLeaf(scan)
  if (lazy && !stays) exit(scan, held, scan.before)
  beginLeaf(scan, lazy)
}

/** A line that begins with a letter, in no container, is a paragraph's: nearly all lines are such. */
function beginsWithLetter({ text, cursor: { at, end } }: Scan): boolean {
  if (at >= end) return false
  const code = text.charCodeAt(at)
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127
}

/** Takes from a line what says that it belongs to what is open; says how many containers hold it. */
function goOnWithContainers(scan: Scan): { held: number; isNext: boolean } {
  const { open, cursor } = scan
  for (let held = 0; held < open.length; held++) {
    // After one empty line only lists and footnotes are left, and another changes nothing.
    if (scan.wasBlank && cursor.at === cursor.end && cursor.spare === 0) break
    const container = open[held] as Container
    const goes = goOn(scan, container, open[held - 1])
    if (goes === 'no') return { held, isNext: false }
    if (goes === 'yes') continue
    cutLeaf(scan)
    exit(scan, held + 1, scan.before)
    nextItem(scan, container)
    return { held: held + 1, isNext: true }
  }
  return { held: open.length, isNext: false }
}

/** Opens the containers that a line begins; says whether the line is held by all that are open. */
function openContainers(scan: Scan, held: number, isNext: boolean): boolean {
  const { open, cursor, leaf } = scan
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
