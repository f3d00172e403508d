import type { Block, BlockKind } from './block.ts'
import type { Cursor } from './cursor.ts'
import type { HtmlKind } from './html-start.ts'

/** An open container block; a list includes its open item. */
export interface Container {
  kind: 'blockquote' | 'list' | 'footnoteDefinition'
  block: Block
  /** For a list: its open item, the sign of its items, and the indentation of their content. */
  item?: Block | undefined
  /** The marker of the open item. */
  mark: string
  sign: number
  ordered: boolean
  indent: number
  /** For a list: whether the open item began with an empty line, and whether another followed. */
  beganEmpty: boolean
  stillEmpty: boolean
}

/**
 * The lines of an open paragraph, without container markers: the offsets where each begins and
 * ends.
 */
export interface Content {
  kind: 'content'
  from: number
  starts: number[]
  ends: number[]
  /** Whether the last line could be a table's head row. */
  mayBeHead: boolean
}

/** The open leaf block that the next line may continue. */
export type Leaf =
  | Content
  | { kind: 'fence'; block: Block; sign: number; size: number }
  | { kind: 'html'; block: Block; html: HtmlKind }
  | { kind: 'indented'; block: Block }
  | { kind: 'table'; block: Block }

/** The state of a parse, line by line. */
export interface Scan {
  text: string
  line: number
  cursor: Cursor
  blocks: Block[]
  open: Container[]
  leaf: Leaf | null
  /** The last line with content, and the last line with content or a container's marker. */
  textLine: number
  markLine: number
  /** The same two before the current line. */
  before: { textLine: number; markLine: number }
  /** Whether the previous line was empty. */
  wasBlank: boolean
  /** Whether the current line begins the next item of an open list. */
  isNext: boolean
}

/** Adds a block that begins at the cursor. */
export function begin(scan: Scan, kind: BlockKind, mark = '', rank = 0): Block {
  const { line, cursor } = scan
  const block = { kind, from: line, to: line, depth: depthOf(scan), rank, at: cursor.at, end: cursor.end, mark }
  scan.blocks.push(block)
  return block
}

/** The depth of a new block. */
function depthOf({ open }: Scan): number {
  const last = open.at(-1)
  return last ? (last.item ?? last.block).depth + 1 : 0
}

/** Records that a line has content. */
export function noteText(scan: Scan, line = scan.line): void {
  if (scan.textLine < line) scan.textLine = line
  if (scan.markLine < line) scan.markLine = line
}
