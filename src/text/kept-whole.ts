import { inlinePattern, readInline } from './inline.ts'
import { closedIn, isPlaceholder, TAG } from './placeholders.ts'

const NOTHING = inlinePattern(/(?!)/)

/** The code spans and formulas of one paragraph, with their signs. */
function codeAndMathIn(paragraph: string): [from: number, to: number][] {
  const found: [number, number][] = []
  const keep = (from: number, to: number) => void found.push([from, to])
  if (/[`$]/.test(paragraph)) readInline(paragraph, NOTHING, { code: keep, silent: keep }, true)
  return found
}

/** What is never cut in a paragraph: code, formulas and `<placeholders>`, in order. */
export function keptWholeIn(paragraph: string): [from: number, to: number][] {
  const found = codeAndMathIn(paragraph)
  if (!paragraph.includes('<')) return found
  const closed = closedIn(paragraph)
  const alone = paragraph.trim().length
  const placeholders = [...paragraph.matchAll(TAG)].flatMap(({ 0: tag, index }): [number, number][] =>
    isPlaceholder(tag, closed, tag.length === alone) ? [[index, index + tag.length]] : [],
  )
  // One inside of code is part of it.
  const outside = placeholders.filter(([at]) => !found.some(([from, to]) => from <= at && at < to))
  return [...found, ...outside].sort(([a], [b]) => a - b)
}

/** The last space up to an offset that may be cut at; U+00A0 keeps together. */
function lastSpace(text: string, end: number): number {
  let at = end
  while (at > 0 && (text[at] === '\u00a0' || !/\s/.test(text[at] ?? ''))) at--
  return at
}

/** Cuts a paragraph to so many characters at most, between words, never inside code, a formula or a `<placeholder>`. */
export function cutWhole(paragraph: string, most: number): string {
  if (paragraph.length <= most) return paragraph
  const end = most - 1
  const within = keptWholeIn(paragraph).find(([from, to]) => from < end && to > end)
  const word = lastSpace(paragraph, end)
  const at = within ? within[0] : word > most / 2 ? word : end
  // What begins with long code is cut in it: nothing would be left.
  return `${paragraph
    .slice(0, at || end)
    .toWellFormed()
    .trimEnd()}…`
}
