import type { Out } from '../../contract.ts'

/** A filter as parsed by the server. */
export type Narrowed = Out<'search'>['narrowed'][number]

/** Removes one filter from the input: */
export function without(typed: string, { filter, typed: value }: Narrowed): string {
  const literally = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return typed
    .replace(new RegExp(`${filter}[:：]["“„«「『]?${literally}["”“»」』]?`, 'i'), '')
    .replace(/\s+/g, ' ')
    .trimStart()
}

/** Appends a filter to the input. */
export const withFilter = (typed: string, filter: string): string =>
  `${filter} ${typed.trim()} `.replace(/^(\S+) +$/, '$1 ')

const FILTER = /(?<!\S)(?:kind|topic|tag|by|in|since)[:：]\S/iu

/** Whether the input has a filter; then screens and titles are not searched. */
export const isNarrowed = (typed: string): boolean => FILTER.test(typed)

/** The input without filters, as words for a title or a question. */
export const plainly = (typed: string): string =>
  typed
    .replace(/(?<!\S)(?:(?:kind|topic|tag|by|in|since)[:：](?:"[^"]*"|\S*)|-(?:"[^"]*"|\p{L}\S*))/giu, ' ')
    .replace(/["“”„«»「」『』]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Splits a text into matched and other pieces. */
export function piecesOf(text: string, matched: readonly string[]): { text: string; matched: boolean }[] {
  const longest = [...matched].filter(Boolean).sort((a, b) => b.length - a.length)
  if (longest.length === 0) return [{ text, matched: false }]
  const literally = longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  // A match needs word boundaries, except in scripts without spaces.
  const LETTER = '[[\\p{L}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}]]'
  return text
    .split(new RegExp(`(?<!${LETTER})(${literally})(?!${LETTER})`, 'v'))
    .map((piece, n) => ({ text: piece, matched: n % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}
