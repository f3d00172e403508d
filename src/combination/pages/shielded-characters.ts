import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { ANY_MARK, silentIn } from '../../text/index.ts'

const MARK = new RegExp(ANY_MARK.source, 'g')

/**
 * Replaces characters that the Markdown parser would misread until links and citations are found:
 * escaped brackets and carets, which are no marks, and characters inside marks, which are no
 * emphasis or address. Noncharacters (U+FDD0 to U+FDEF) stand for them.
 */
export const shieldMarks = (body: string): string =>
  shieldSilent(body.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD'))
    .replace(MARK, (mark) => mark.replace(/\\[\s\S]|[_*~.@:]/g, (one) => shield(one, INSIDE, ESCAPED.length)))
    .replace(/\\([\s\S])/g, (pair, one: string) => (ESCAPED.includes(one) ? shield(one, ESCAPED, 0) : pair))

/** Shields brackets and carets in math and comments, where they are no marks. */
function shieldSilent(body: string): string {
  let [text, from] = ['', 0]
  for (const [begin, end] of silentIn(body)) {
    text += body.slice(from, begin) + body.slice(begin, end).replace(/[[\]^]/g, (one) => shield(one, ESCAPED, 0))
    from = end
  }
  return text + body.slice(from)
}

const ESCAPED = '[]^.@=:'
const INSIDE = '_*~.@:'
const FIRST = 0xfdd0

const shield = (one: string, among: string, from: number) =>
  one.length === 1 ? String.fromCharCode(FIRST + from + among.indexOf(one)) : one

/** Restores shielded characters; `before` precedes those that were escaped. */
export const unshielded = (text: string, before = ''): string =>
  text.replace(/[\uFDD0-\uFDEF]/g, (one) => {
    const place = one.charCodeAt(0) - FIRST
    return place < ESCAPED.length ? before + ESCAPED.charAt(place) : INSIDE.charAt(place - ESCAPED.length)
  })

/** Restores shielded characters in a tree; in code with their backslash. */
export function unshieldTree(tree: Root): void {
  visit(tree, (node) => {
    const code = node.type === 'code' || node.type === 'inlineCode'
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string') Object.assign(node, { [name]: unshielded(value, code ? '\\' : '') })
    }
  })
}
