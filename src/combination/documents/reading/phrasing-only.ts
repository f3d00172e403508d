interface Node {
  type: string
  value?: string
  children?: Node[]
}

/** What holds phrasing alone, as mdast says; other nodes with children hold blocks. */
const HOLDS_PHRASING = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
])
const IS_PHRASING = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference'])

/**
 * Replaces blocks inside phrasing by the phrasing in them, as of a heading in a heading: HTML allows
 * them, Markdown does not, and its writer writes each twice, so that nested ones take exponential
 * time. To be called on a tree of bounded depth.
 */
export function keepPhrasingOnly(node: Node): void {
  if (!node.children) return
  for (const child of node.children) keepPhrasingOnly(child)
  if (HOLDS_PHRASING.has(node.type)) node.children = node.children.flatMap(phrasingIn).filter(isBetween)
}

const SPACE: Node = { type: 'text', value: ' ' }

const phrasingIn = (node: Node): Node[] =>
  !node.children || IS_PHRASING.has(node.type) ? [node] : [SPACE, ...node.children.flatMap(phrasingIn), SPACE]

/** Not a space of ours at an end or beside another. */
const isBetween = (node: Node, n: number, all: readonly Node[]) =>
  node !== SPACE || (n > 0 && n < all.length - 1 && all[n + 1] !== SPACE)
