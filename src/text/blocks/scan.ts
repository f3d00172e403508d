import type { Block, BlockKind } from './block.ts'
import type { Cursor } from './cursor.ts'
import type { HtmlKind } from './html-start.ts'

/** A block that holds others, while it is open: a list is one with the item that is open in it. */
export interface Container {
  kind: 'blockquote' | 'list' | 'footnoteDefinition'
  block: Block
  /** Of a list: its open item, the sign of its items, and how far what belongs to the item is set in. */
  item?: Block | undefined
  /** How its item is marked. */
  mark: string
  sign: number
  ordered: boolean
  indent: number
  /** Of a list: whether the open item began with an empty line, and whether another came. */
  beganEmpty: boolean
  stillEmpty: boolean
}

/** The lines of a paragraph that is open, without what holds them: where each begins and ends in the text. */
export interface Content {
  kind: 'content'
  from: number
  starts: number[]
  ends: number[]
  /** Whether the last line could be the head of a table. */
  mayBeHead: boolean
}

/** The block at the bottom that is open and may go on. */
export type Leaf =
  | Content
  | { kind: 'fence'; block: Block; sign: number; size: number }
  | { kind: 'html'; block: Block; html: HtmlKind }
  | { kind: 'indented'; block: Block }
  | { kind: 'table'; block: Block }

/** A text while its lines are read, one after the other. */
export interface Scan {
  text: string
  line: number
  cursor: Cursor
  blocks: Block[]
  open: Container[]
  leaf: Leaf | null
  /** The last line that said something; and the last that did, or had a mark of what holds it. */
  said: number
  marked: number
  /** The same as they were before the line that is being read. */
  before: { said: number; marked: number }
  /** Whether the line before was empty. */
  wasBlank: boolean
  /** Whether the line that is being read begins the next item of an open list. */
  isNext: boolean
}

/** Begins a block where the scan stands. */
export function begin(scan: Scan, kind: BlockKind, mark = '', rank = 0): Block {
  const { line, cursor } = scan
  const block = { kind, from: line, to: line, depth: depthOf(scan), rank, at: cursor.at, end: cursor.end, mark }
  scan.blocks.push(block)
  return block
}

/** In how many blocks a new one would stand. */
function depthOf({ open }: Scan): number {
  const last = open.at(-1)
  return last ? (last.item ?? last.block).depth + 1 : 0
}

/** Notes that a line says something, whatever holds it. */
export function say(scan: Scan, line = scan.line): void {
  if (scan.said < line) scan.said = line
  if (scan.marked < line) scan.marked = line
}
