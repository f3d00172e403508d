import type { Out } from '../../contract.ts'

/** What was typed to narrow a search, as it was read. */
export type Narrowed = Out<'search'>['narrowed'][number]

/** What is typed without one of the filters in it: `purge by:mara` without `by:mara` is `purge`. */
export function without(typed: string, { filter, typed: value }: Narrowed): string {
  const literally = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return typed
    .replace(new RegExp(`${filter}[:：]["“„«「『]?${literally}["”“»」』]?`, 'i'), '')
    .replace(/\s+/g, ' ')
    .trimStart()
}

/** What is typed with a filter more; words can go on after it. */
export const withFilter = (typed: string, filter: string): string =>
  `${filter} ${typed.trim()} `.replace(/^(\S+) +$/, '$1 ')

const FILTER = /(?<!\S)(?:kind|topic|tag|by|in|since)[:：]\S/iu

/** Whether what is typed is narrowed in any way: then only what was said is looked for, not screens or titles. */
export const isNarrowed = (typed: string): boolean => FILTER.test(typed)

/** What is typed without anything that narrows it: the words for a title or a question. */
export const plainly = (typed: string): string =>
  typed
    .replace(/(?<!\S)(?:(?:kind|topic|tag|by|in|since)[:：](?:"[^"]*"|\S*)|-(?:"[^"]*"|\p{L}\S*))/giu, ' ')
    .replace(/["“”„«»「」『』]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A text in pieces, those that were looked for told from the rest. */
export function piecesOf(text: string, matched: readonly string[]): { text: string; matched: boolean }[] {
  const longest = [...matched].filter(Boolean).sort((a, b) => b.length - a.length)
  if (longest.length === 0) return [{ text, matched: false }]
  const literally = longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  // A whole word only, but where words are not told apart by spaces.
  const LETTER = '[[\\p{L}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}]]'
  return text
    .split(new RegExp(`(?<!${LETTER})(${literally})(?!${LETTER})`, 'v'))
    .map((piece, n) => ({ text: piece, matched: n % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}
