import type { Html, Root, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { closedIn, isPlaceholder, TAG } from '../../text/index.ts'

/** Turns `<your-name>`, which Markdown reads as HTML, into words: they would vanish otherwise. */
export function keepPlaceholders(tree: Root, body: string): void {
  let closed: ReadonlySet<string> | undefined
  visit(tree, 'html', (node, index, parent) => {
    if (!parent || index === undefined) return
    closed ??= closedIn(body)
    const [first] = node.value.match(TAG) ?? []
    const isAlone = node.value.trim() === first && parent.type !== 'paragraph'
    if (!first || !node.value.startsWith(first) || !isPlaceholder(first, closed, isAlone)) return
    parent.children[index] = asWords(node, parent.type)
    return SKIP
  })
}

/** A block of HTML becomes a paragraph, HTML inside a paragraph becomes words. */
function asWords({ value, position }: Html, parent: string): Text | Root['children'][number] {
  const words: Text = { type: 'text', value, ...(position && { position }) }
  const isInline = !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent)
  return isInline ? words : { type: 'paragraph', children: [words] }
}
