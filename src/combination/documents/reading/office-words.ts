import type { PhrasingContent, RootContent } from 'mdast'
import { MOST_SOURCE } from '../../../text/index.ts'
import { TOO_LONG, Unreadable } from './read-in.ts'

/** Words as the tree of Markdown has them. */
const wordsAs = (words: string): PhrasingContent[] => (words === '' ? [] : [{ type: 'text', value: words }])

/** A paragraph of words. */
export const paragraphOf = (words: string): RootContent => ({ type: 'paragraph', children: wordsAs(words) })

/** A heading. */
export const headingOf = (words: string, depth: 1 | 2): RootContent => ({
  type: 'heading',
  depth,
  children: wordsAs(words),
})

/** A table, whose first row is its head; rows are as wide as the widest. */
export function tableOf(rows: readonly (readonly string[])[]): RootContent {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (rows.length * width > MOST_SOURCE / 2) throw new Unreadable(TOO_LONG)
  return {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, n) => ({
        type: 'tableCell',
        children: wordsAs((row[n] ?? '').replace(/\s+/g, ' ').trim()),
      })),
    })),
  }
}
