import { alternatives, type Word, wordsLike } from './analyse.ts'
import type { Sought } from './rank.ts'

const WIDTH = 180
const BEFORE = 50
/** The most characters of a text that are read. */
const READ = 60_000
/** The most matches of which each may begin the snippet: in some scripts every letter is one. */
const MOST_MATCHES = 5000

interface Match {
  which: number
  from: number
  to: number
}

type Place = Pick<Match, 'from' | 'to'>

/**
 * The part of a text with most of the query's words, cut at word boundaries, or its beginning; or
 * the given place.
 */
export function snippet(text: string, sought: readonly Sought[], wished?: Place): string {
  if (wished) return cut(text, wished)
  const read = text.slice(0, READ)
  return cut(read, bestOf(matchesIn(read, sought)) ?? { from: 0, to: 0 })
}

/** The number of the query's words in a text. */
export const wordsMatched = (text: string, sought: readonly Sought[]): number =>
  new Set(matchesIn(text, sought).map(({ which }) => which)).size

/** The matched words as a text spells them; overlapping pairs of characters are joined. */
export function matchedIn(text: string, sought: readonly Sought[]): string[] {
  const places: Place[] = []
  for (const { from, to } of matchesIn(text.slice(0, READ), sought)) {
    const place = { from, to }
    // The parts of a name come before the whole.
    for (let last = places.at(-1); last && place.from < last.to; last = places.at(-1)) {
      place.from = Math.min(place.from, last.from)
      place.to = Math.max(place.to, last.to)
      places.pop()
    }
    places.push(place)
  }
  return [...new Set(places.map(({ from, to }) => text.slice(from, to)))]
}

function matchesIn(text: string, sought: readonly Sought[]): Match[] {
  const { likely, whichOf } = matcherOf(sought)
  const matches: Match[] = []
  for (const { word, from, to } of likely(text)) {
    const which = whichOf(word)
    if (which >= 0) matches.push({ which, from, to })
  }
  return matches
}

/** Finds the words of a text that may match, and the number of the query word. */
interface Matcher {
  likely(text: string): Iterable<Word>
  whichOf(word: string): number
}

const matchers = new WeakMap<readonly Sought[], Matcher>()

/** A matcher is cached per query, since it is applied to many texts. */
function matcherOf(sought: readonly Sought[]): Matcher {
  const kept = matchers.get(sought)
  if (kept) return kept
  const known = new Map<string, number>()
  const found = (word: string) => {
    const terms = alternatives(word)
    return sought.findIndex((one) => terms.some((term) => one.terms.has(term)))
  }
  const made: Matcher = {
    likely: wordsLike(sought.flatMap(({ terms }) => [...terms.keys()])),
    whichOf: (word) => {
      const which = known.get(word) ?? found(word)
      known.set(word, which)
      return which
    },
  }
  matchers.set(sought, made)
  return made
}

/** The densest place among the first matches: most words within one width, closest together. */
function bestOf(matches: readonly Match[]): Place | undefined {
  let best: (Place & { words: number }) | undefined
  for (const [n, { from }] of matches.slice(0, MOST_MATCHES).entries()) {
    const { words, to } = togetherFrom(matches, n)
    const closer = best && words === best.words && to - from < best.to - best.from
    if (!best || words > best.words || closer) best = { from, to, words }
  }
  return best
}

function togetherFrom(matches: readonly Match[], first: number): { words: number; to: number } {
  const start = matches[first]?.from ?? 0
  const within = new Set<number>()
  let end = matches[first]?.to ?? 0
  for (let n = first; n < matches.length; n++) {
    const match = matches[n]
    if (!match || match.to - start > WIDTH - BEFORE) break
    if (!within.has(match.which)) end = match.to
    within.add(match.which)
  }
  return { words: within.size, to: end }
}

const SPACE = /[\s\u3000、。]/u
/** How much longer a snippet may be so that it cuts no code, formula or placeholder. */
const MOST_LONGER = 400

function cut(text: string, place: Place): string {
  const line = text.lastIndexOf('\n', place.from) + 1
  const from =
    place.from - line <= BEFORE ? line : besideWhole(text, wholeWord(text, place.from - BEFORE, 1, place.from), -1)
  const end = Math.min(text.length, from + WIDTH)
  // The next line may be about something else, unless this one is short.
  const lineEnd = text.indexOf('\n', Math.max(place.to, from + WIDTH / 3))
  const whole = lineEnd >= 0 && lineEnd <= end
  const wordEnd = end === text.length ? end : wholeWord(text, end, -1, Math.max(place.to, from + WIDTH / 2))
  const to = whole ? lineEnd : besideWhole(text, wordEnd, 1)
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return `${from > line ? '…' : ''}${words}${to < text.length && words && !whole ? '…' : ''}`
}

/**
 * Where what is kept whole begins or ends around an offset: inside it, spaces are U+00A0. An offset
 * outside stays.
 */
function besideWhole(text: string, at: number, step: 1 | -1): number {
  const isApart = (one: string | undefined) => one === undefined || (one !== TOGETHER && SPACE.test(one))
  let [from, to] = [at, at]
  while (at - from < MOST_LONGER && !isApart(text[from - 1])) from--
  while (to - at < MOST_LONGER && !isApart(text[to])) to++
  if (from === at || to === at || !text.slice(from, to).includes(TOGETHER)) return at
  return step > 0 ? to : from
}

const TOGETHER = '\u00a0'

/** The nearest word boundary towards a limit; in scripts without spaces, a character boundary. */
function wholeWord(text: string, at: number, step: 1 | -1, limit: number): number {
  for (let n = at; step > 0 ? n < limit : n > limit; n += step) {
    if (SPACE.test(text[n - 1] ?? ' ') || SPACE.test(text[n] ?? ' ')) return n
  }
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low <= 0xdfff ? at + step : at
}
