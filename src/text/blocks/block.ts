/** The kinds of block, by their mdast names. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'thematicBreak'
  | 'blockquote'
  | 'list'
  | 'listItem'
  | 'code'
  | 'html'
  | 'definition'
  | 'footnoteDefinition'
  | 'table'

/** A Markdown block and its position. */
export interface Block {
  kind: BlockKind
  /** Its first and last line, counted from 1. */
  from: number
  to: number
  /** The number of blocks around it. */
  depth: number
  /** 1 to 6 for a heading; 0 for other blocks. */
  rank: number
  /** The offset where it begins, after the markers of its containers. */
  at: number
  /** The offset where the last line of a leaf block ends. */
  end: number
  /** The marker: `##`, a fence, `-` or `12.` of an item, `===` below a heading; else empty. */
  mark: string
}
