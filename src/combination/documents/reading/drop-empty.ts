import type { Element, Root, RootContent } from './html-text.ts'

/** Elements that break a line, or hold a place, with nothing in them. */
const HOLDS_A_PLACE = new Set(
  'br hr td th tr thead tbody tfoot table li ul ol dl dt dd p div pre blockquote h1 h2 h3 h4 h5 h6 section article'.split(
    ' ',
  ),
)

/**
 * Replaces elements that show nothing by the white space in them, from the inside out, and joins
 * texts beside each other. Where thousands stand in a row, collapsing white space takes quadratic
 * time.
 */
export function dropEmpty(parent: Root | Element): void {
  const kept: RootContent[] = []
  for (const child of parent.children as RootContent[]) {
    if (child.type === 'element') dropEmpty(child)
    const text = textAlone(child)
    const last = kept.at(-1)
    if (text === null) kept.push(child)
    else if (last?.type === 'text') last.value += text
    else if (text) kept.push({ type: 'text', value: text })
  }
  parent.children = kept as typeof parent.children
}

/** The text of a node that is nothing else: a text, or an element with only white space in it. */
function textAlone(node: RootContent): string | null {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || HOLDS_A_PLACE.has(node.tagName)) return null
  const [only, ...more] = node.children
  if (!only) return ''
  return more.length === 0 && only.type === 'text' && only.value.trim() === '' ? only.value : null
}
