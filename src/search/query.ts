import type { Kind } from './thing.ts'

/** The filters that can be typed, as in `by:mara`. */
export const filters = ['kind', 'topic', 'tag', 'by', 'in', 'since'] as const

/** A parsed query: words, phrases, exclusions and filters. */
export interface Query {
  /** All words to search for, including those of phrases. */
  words: string
  /** Exact phrases. */
  phrases: string[]
  /** Excluded words and phrases. */
  without: string[]
  narrowed: { filter: (typeof filters)[number]; typed: string }[]
}

const QUOTED = '"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」|『([^』]+)』'
const FILTER = new RegExp(
  String.raw`(?<![^\s(])(kind|topic|tag|by|in|since)[:：](?:${QUOTED}|([^\s"“„«「『]+)|(?=\s|$))`,
  'giu',
)
const LEFT_OUT = new RegExp(String.raw`(?<![^\s(])[-−](?:${QUOTED}|(\p{L}[^\s"]*))`, 'gu')
const PHRASE = new RegExp(String.raw`(?<![\p{L}\p{N}"](?="))(?:${QUOTED})`, 'gu')

/**
 * Parses a query: `"exact words"` in the quotation marks of six languages, `-word`, and filters
 * such as `by:mara` or `in:"Board room"`. Anything incomplete is read as plain words.
 */
export function readQuery(typed: string): Query {
  const query: Query = { words: '', phrases: [], without: [], narrowed: [] }
  query.words = typed
    .replace(FILTER, (whole, filter: string, ...rest) => {
      const value = firstOf(rest)
      const name = filter.toLowerCase() as (typeof filters)[number]
      if (value && !means(name, value)) return whole
      if (value) query.narrowed.push({ filter: name, typed: value })
      return ' '
    })
    .replace(LEFT_OUT, (_, ...rest) => {
      query.without.push(firstOf(rest))
      return ' '
    })
    .replace(PHRASE, (_, ...rest) => {
      query.phrases.push(firstOf(rest))
      // A quoted word is complete.
      return ` ${firstOf(rest)} `
    })
  return query
}

const QUOTES = 7
const firstOf = (groups: unknown[]) =>
  (groups.slice(0, QUOTES).find((one) => typeof one === 'string' && one !== '') as string | undefined) ?? ''

const means = (filter: (typeof filters)[number], value: string) =>
  filter === 'kind' ? kindCalled(value) !== undefined : filter !== 'since' || DAY.test(value)

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

const called: Record<string, Kind> = {
  page: 'page',
  claim: 'claim',
  line: 'claim',
  said: 'claim',
  source: 'source',
  document: 'source',
  question: 'question',
}

/** The kind named by `kind:pages`. */
export const kindCalled = (value: string): Kind | undefined => called[value.toLowerCase().replace(/s$/, '')]
