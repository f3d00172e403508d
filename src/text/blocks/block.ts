/** What a block is, by the names that mdast has for them. */
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

/** A block of Markdown where it stands. */
export interface Block {
  kind: BlockKind
  /** Its first and its last line, counted from 1. */
  from: number
  to: number
  /** How many blocks it stands in. */
  depth: number
  /** Of a heading, 1 to 6; else 0. */
  rank: number
  /** Where in the text it begins, behind the marks of what holds it. */
  at: number
  /** What begins it: `##`, a fence, `-` or `12.` of an item, `===` below a heading; empty where nothing does. */
  mark: string
}
