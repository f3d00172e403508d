import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { ANY_MARK, silentIn } from '../../text/index.ts'

const MARK = new RegExp(ANY_MARK.source, 'g')

/**
 * A bracket or caret that is escaped is a character and no mark of ours, and what stands inside of our marks is a name
 * and no emphasis or address. The parser would see it otherwise, so each such character is held as one that no
 * text has, until links and citations have been found.
 */
export const shieldMarks = (body: string): string =>
  silenced(body.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD'))
    .replace(MARK, (mark) => mark.replace(/\\[\s\S]|[_*~.@:]/g, (one) => shielded(one, INSIDE, ESCAPED.length)))
    .replace(/\\([\s\S])/g, (pair, one: string) => (ESCAPED.includes(one) ? shielded(one, ESCAPED, 0) : pair))

/** What looks like a mark in math or in a comment is none. */
function silenced(body: string): string {
  let [text, from] = ['', 0]
  for (const [begin, end] of silentIn(body)) {
    text += body.slice(from, begin) + body.slice(begin, end).replace(/[[\]^]/g, (one) => shielded(one, ESCAPED, 0))
    from = end
  }
  return text + body.slice(from)
}

const ESCAPED = '[]^.@=:'
const INSIDE = '_*~.@:'
const FIRST = 0xfdd0

const shielded = (one: string, among: string, from: number) =>
  one.length === 1 ? String.fromCharCode(FIRST + from + among.indexOf(one)) : one

/** A text with the characters that were held, after what is given. */
export const unshielded = (text: string, before = ''): string =>
  text.replace(/[\uFDD0-\uFDEF]/g, (one) => {
    const place = one.charCodeAt(0) - FIRST
    return place < ESCAPED.length ? before + ESCAPED.charAt(place) : INSIDE.charAt(place - ESCAPED.length)
  })

/** Gives back all that was held; code shows the backslash as it was written. */
export function unshieldTree(tree: Root): void {
  visit(tree, (node) => {
    const code = node.type === 'code' || node.type === 'inlineCode'
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string') Object.assign(node, { [name]: unshielded(value, code ? '\\' : '') })
    }
  })
}
