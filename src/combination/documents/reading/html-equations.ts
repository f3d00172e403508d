import { EQUATION_LEFT_OUT, inDollars, texOf } from './tex.ts'
import type { Xml } from './xml.ts'

interface HtmlNode {
  type: string
  value?: string
  tagName?: string
  properties?: Record<string, unknown>
  children?: HtmlNode[]
}

/** The equation that an element is, between dollar signs: MathML, a script of TeX, or a picture of one. Null if it is none. */
export function equationIn(node: HtmlNode): string | null {
  const { tagName = '', properties = {} } = node
  const classes = Array.isArray(properties.className) ? properties.className.join(' ') : ''
  if (tagName === 'math') return inDollars(texOf(asXml(node)) || String(properties.alttext ?? ''))
  if (tagName === 'tex-words') return inDollars(wordsIn(node))
  if (tagName === 'script') return /^math\/tex/i.test(String(properties.type)) ? inDollars(wordsIn(node)) : null
  if (tagName === 'img') {
    if (!/(?:^|[\s_-])(?:math|tex|latex|equation|formula|mwe-math)/i.test(classes)) return null
    const alt = String(properties.alt ?? '').replace(/^\{\\(?:displaystyle|textstyle)\s([\s\S]*)\}$/, '$1')
    return inDollars(alt.replace(/^\$+|\$+$/g, ''))
  }
  if (tagName === 'mjx-container') return holds(node, 'math') ? null : EQUATION_LEFT_OUT
  return null
}

/** The words drawn in a picture that stands among words, as older formulas are. */
export function wordsDrawn(node: HtmlNode): string {
  if (node.tagName === 'text') return wordsIn(node)
  return (node.children ?? []).map(wordsDrawn).filter(Boolean).join(' ')
}

const wordsIn = (node: HtmlNode): string => node.value ?? (node.children ?? []).map(wordsIn).join('')
const holds = (node: HtmlNode, name: string): boolean =>
  node.tagName === name || (node.children ?? []).some((one) => holds(one, name))

const asXml = ({ tagName = '', properties = {}, children = [] }: HtmlNode): Xml => ({
  name: tagName,
  attributes: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)])),
  children: children.flatMap((one) =>
    one.type === 'element' ? asXml(one) : one.type === 'text' ? (one.value ?? '') : [],
  ),
})
