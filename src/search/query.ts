import type { Kind } from './thing.ts'

/** What narrows a search, as somebody types it: `by:mara`. */
export const filters = ['kind', 'topic', 'tag', 'by', 'in', 'since'] as const

/** What somebody typed: the words they look for, and what narrows that. */
export interface Query {
  /** Everything that is looked for by its words, those of phrases too. */
  words: string
  /** What must stand so, word by word. */
  phrases: string[]
  /** What must not be there. */
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
 * Reads what somebody typed: `"exact words"` in the quotation marks of six languages, `-word`, and filters as `by:mara`
 * or `in:"Board room"`. What is not finished yet, or is none of these, is words like any other.
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
      // Nothing that is quoted is half typed.
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

/** The kind that somebody means by `kind:pages`. */
export const kindCalled = (value: string): Kind | undefined => called[value.toLowerCase().replace(/s$/, '')]
