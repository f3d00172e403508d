import type { Ranked } from './document-rows.ts'
import { type Counted, fullness, rarity, type Sought, TITLE } from './rank.ts'
import { readTerms } from './terms.ts'

/** From a question of so many words on, what was found first is worth reading. */
const WORDS = 4
/** So many documents are read, and where not twice as many were found there is little to put in a better order. */
const READ = 8
/** So many terms are asked about, so many are taken, and together they have this share of the say. */
const [ASKED, TAKEN, SHARE] = [512, 40, 0.3]

/** Whether more is to be learnt of what a question is about: never of a few words, nor of what is still being typed. */
export const worthLearning = (wanted: readonly { prefix: string | null }[], found: number): boolean =>
  wanted.length >= WORDS && wanted.every(({ prefix }) => prefix === null) && found >= 2 * READ

/**
 * What the first documents are about, each counting half, a third, a quarter… of the first: a question that found one
 * thing clearly learns mostly its words, which leave it where it is. A term that only one of them has is left out.
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

/** The question with what was learnt: its own words keep most of the say, however many there are of either. */
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
