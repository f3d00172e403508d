import { alternatives, wordsOf } from './analyse.ts'
import type { Sought } from './rank.ts'

const WIDTH = 180
const BEFORE = 50
/** Further into a long text, nobody waits for a better place. */
const READ = 60_000

/** How many of the words that were looked for stand in a text. */
export const wordsMatched = (text: string, sought: readonly Sought[]): number =>
  new Set(matchesIn(text, sought).map(({ which }) => which)).size

interface Match {
  which: number
  from: number
  to: number
}

/** The place in a text where most of the words that were looked for stand together, in whole words; else its beginning. */
export function snippet(text: string, sought: readonly Sought[]): string {
  const read = text.slice(0, READ)
  const best = bestOf(matchesIn(read, sought), sought.length)
  return cut(read, best?.from ?? 0)
}

function matchesIn(text: string, sought: readonly Sought[]): Match[] {
  const known = new Map<string, number>()
  const whichOf = (word: string) => {
    const terms = alternatives(word)
    return sought.findIndex((one) => terms.some((term) => one.terms.has(term)))
  }
  const matches: Match[] = []
  for (const { word, from, to } of wordsOf(text)) {
    const which = known.get(word) ?? whichOf(word)
    known.set(word, which)
    if (which >= 0) matches.push({ which, from, to })
  }
  return matches
}

/** The first match of those within one width that are of most words. */
function bestOf(matches: readonly Match[], words: number): Match | undefined {
  let best = matches[0]
  let most = 0
  for (const [n, first] of matches.entries()) {
    const within = new Set<number>()
    for (let m = n; m < matches.length; m++) {
      const match = matches[m]
      if (!match || match.to - first.from > WIDTH - BEFORE) break
      within.add(match.which)
    }
    if (within.size > most) [best, most] = [first, within.size]
    if (most === words) break
  }
  return best
}

const SPACE = /[\s\u3000、。]/u

function cut(text: string, match: number): string {
  const line = text.lastIndexOf('\n', match) + 1
  const from = match - line <= BEFORE ? line : wholeWord(text, match - BEFORE, 1, match)
  const end = Math.min(text.length, from + WIDTH)
  // What follows on the next line may be about something else, unless this one says little.
  const lineEnd = text.indexOf('\n', Math.max(match, from + WIDTH / 3))
  const whole = lineEnd >= 0 && lineEnd <= end
  const to = whole ? lineEnd : end === text.length ? end : wholeWord(text, end, -1, Math.max(match, from + WIDTH / 2))
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return `${from > line ? '…' : ''}${words}${to < text.length && words && !whole ? '…' : ''}`
}

/** The nearest place where a word ends, on the way to a limit; in scripts without spaces, where one is. */
function wholeWord(text: string, at: number, step: 1 | -1, limit: number): number {
  for (let n = at; step > 0 ? n < limit : n > limit; n += step) {
    if (SPACE.test(text[n - 1] ?? ' ') || SPACE.test(text[n] ?? ' ')) return n
  }
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low <= 0xdfff ? at + step : at
}
