import type { BlockContent, Blockquote, DefinitionContent, Paragraph, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'

const OPENING = /^\[!([a-z][a-z0-9-]{0,30})(?:\|[^\]\n]{0,60})?\][+-]?[ \t]*/i
const CARE = /^(?:warning|caution|attention|important|danger|error|bug|failure|fail|missing)$/
const GOOD = /^(?:tip|hint|success|check|done)$/

/** Turns quotes that begin with `[!kind]` into callouts, as in Obsidian and GitHub. */
export function makeCallouts(tree: Root): void {
  visit(tree, 'blockquote', (quote) => {
    const [first, ...rest] = quote.children
    const [opening] = first?.type === 'paragraph' ? first.children : []
    const [mark, written] = (opening?.type === 'text' && OPENING.exec(opening.value)) || []
    if (first?.type !== 'paragraph' || opening?.type !== 'text' || !mark || !written) return
    opening.value = opening.value.slice(mark.length)
    makeCallout(quote, written.toLowerCase(), first, rest)
  })
}

function makeCallout(
  quote: Blockquote,
  kind: string,
  first: Paragraph,
  rest: (BlockContent | DefinitionContent)[],
): void {
  const [title, below] = firstLine(first.children)
  const isNamed = title.some((node) => node.type !== 'text' || node.value.trim() !== '')
  const word: PhrasingContent = {
    type: 'text',
    value: kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' '),
  }
  const heading: Paragraph = {
    type: 'paragraph',
    children: isNamed ? title : [word],
    data: { hProperties: { className: ['callout-title'], ...(!isNamed && { dataKind: kind }) } },
  }
  quote.children = [heading, ...(below.length > 0 ? [{ type: 'paragraph' as const, children: below }] : []), ...rest]
  const care = CARE.test(kind) ? ['warns'] : GOOD.test(kind) ? ['helps'] : []
  quote.data = { hName: 'div', hProperties: { className: ['callout', ...care] } }
}

/** Splits a paragraph after its first line. */
function firstLine(nodes: readonly PhrasingContent[]): [line: PhrasingContent[], below: PhrasingContent[]] {
  const end = nodes.findIndex((node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')))
  const last = nodes[end]
  if (last?.type !== 'text') return end < 0 ? [[...nodes], []] : [nodes.slice(0, end), nodes.slice(end + 1)]
  const at = last.value.indexOf('\n')
  const [before, after] = [last.value.slice(0, at), last.value.slice(at + 1)]
  const text = (value: string): PhrasingContent[] => (value ? [{ type: 'text', value }] : [])
  return [
    [...nodes.slice(0, end), ...text(before)],
    [...text(after), ...nodes.slice(end + 1)],
  ]
}
