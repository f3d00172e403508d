import type { Ranked } from './document-rows.ts'
import { type Counted, fullness, rarity, type Sought, TITLE } from './rank.ts'
import { readTerms } from './terms.ts'

/** The least number of query words for feedback. */
const WORDS = 4
/**
 * The number of top documents that are read; with fewer than twice as many results, reordering
 * gains little.
 */
const READ = 8
/** The most candidate terms, the most terms added, and their share of the weight. */
const [ASKED, TAKEN, SHARE] = [512, 40, 0.3]

/** Whether feedback applies: not to few words, nor to a query that is still being typed. */
export const worthLearning = (wanted: readonly { prefix: string | null }[], found: number): boolean =>
  wanted.length >= WORDS && wanted.every(({ prefix }) => prefix === null) && found >= 2 * READ

/**
 * The terms common to the top documents (pseudo-relevance feedback), weighted by 1, 1/2, 1/3… of
 * their rank. A query with one clear result learns mostly its own words, which do not change the
 * order. A term of only one document is dropped.
 */
export function commonTerms(ranked: readonly Ranked[], counted: Counted): Map<string, number> {
  const about = new Map<string, { share: number; having: number }>()
  for (const [n, document] of ranked.slice(0, READ).entries()) {
    for (const [term, times] of timesIn(document)) {
      const { share, having } = about.get(term) ?? { share: 0, having: 0 }
      about.set(term, { share: share + fullness(times, document, counted) / (n + 1), having: having + 1 })
    }
  }
  const common = [...about].filter(([, { having }]) => having > 1)
  return new Map(mostFirst(common.map(([term, { share }]) => [term, share])).slice(0, ASKED))
}

function timesIn({ title_terms, terms }: Ranked): Map<string, number> {
  const times = readTerms(terms)
  for (const [term, often] of readTerms(title_terms)) times.set(term, (times.get(term) ?? 0) + TITLE * often)
  return times
}

/** Adds the learnt terms to a query, whose own words keep most of the weight. */
export function withLearnt(
  sought: readonly Sought[],
  common: ReadonlyMap<string, number>,
  having: ReadonlyMap<string, number>,
  counted: Counted,
): Sought[] {
  const telling = [...common].flatMap(([term, share]): [string, number][] => {
    const documents = having.get(term)
    return documents ? [[term, share * rarity(documents, counted)]] : []
  })
  const taken = mostFirst(telling).slice(0, TAKEN)
  if (taken.length === 0) return [...sought]
  const [asked, learnt] = [sum(sought.map(({ weight }) => weight)), sum(taken.map(([, weight]) => weight))]
  return [
    ...sought.map((one) => ({ ...one, weight: ((1 - SHARE) * one.weight) / asked })),
    ...taken.map(([term, weight]) => ({
      terms: new Map([[term, 1]]),
      documents: having.get(term) ?? 0,
      weight: (SHARE * weight) / learnt,
    })),
  ]
}

const mostFirst = (weighed: [string, number][]) => weighed.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
