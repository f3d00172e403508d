import type { Nodes, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { idOf, OWN, textIn } from './markdown-nodes.ts'
import { unshielded } from './shielded-characters.ts'

const BLOCK = /(?:^|[ \t])\^([A-Za-z0-9][A-Za-z0-9-]*)[ \t]*$/
/** The name that a heading is given in its attributes. */
const ATTRIBUTE = /[ \t]*\{#([\w:.-]{1,200})\}[ \t]*$/

/** Gives every heading, and every named block (`… ^name`), an id for links. */
export function addAnchors(tree: Root): void {
  const taken = new Map<string, number>()
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') {
      const block = takeName(node, BLOCK) ?? takeName(node, ATTRIBUTE)
      // Only the page's title is a heading of level 1.
      if (node.depth === 1) node.depth = 2
      setId(node, block ?? unshielded(textIn(node)), taken)
    } else if (node.type === 'paragraph' && parent && index !== undefined) {
      const block = takeName(node, BLOCK)
      if (!block) return
      const isAlone = textIn(node).trim() === ''
      setId(isAlone ? (parent.children[index - 1] ?? parent) : parent.type === 'listItem' ? parent : node, block, taken)
      if (!isAlone) return
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
  })
}

/** Removes a name from the end of a block and returns it. */
function takeName(node: Nodes, pattern: RegExp): string | null {
  const last = 'children' in node ? node.children.at(-1) : undefined
  const [mark, name] = (last?.type === 'text' && pattern.exec(last.value)) || []
  if (last?.type !== 'text' || mark === undefined || name === undefined) return null
  last.value = last.value.slice(0, last.value.length - mark.length)
  return name
}

/** `taken` has for each id the number that the next one of that name is tried with. */
function setId(node: Nodes, name: string, taken: Map<string, number>): void {
  const id = idOf(name.replaceAll('#', ' '))
  if (id === OWN) return
  let free = id
  for (let n = taken.get(id) ?? 1; taken.has(free); n++) {
    free = `${id}-${n}`
    taken.set(id, n + 1)
  }
  if (!taken.has(free)) taken.set(free, 1)
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id: free } }
}
