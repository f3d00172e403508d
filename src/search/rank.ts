import type { Ranked } from './document-rows.ts'
import { type ReadTerms, readEachOnce, timesOf } from './terms.ts'
import { type Kind, kinds } from './thing.ts'

/**
 * A word of a query: its possible terms with their weights, its document count, and its weight by
 * its count in the query.
 */
export interface Sought {
  terms: ReadonlyMap<string, number>
  documents: number
  weight: number
  /** The typed word, if it is unknown here and these terms replace it. */
  typed?: string
}

/**
 * Statistics of what a person may see: the number of documents, and the average length of each
 * kind.
 */
export interface Counted {
  documents: number
  averages: ReadonlyMap<string, number>
}

const [K1, B] = [1.2, 0.75]

/** The weight of a title word. */
export const TITLE = 3

/**
 * Ranks by BM25 (Robertson & Zaragoza 2009), title words weighted by three. Length is relative to
 * documents of the same kind, so that pages do not rank below short lines. Ties: pages first, then
 * the newest.
 */
export function rank(
  documents: readonly Ranked[],
  sought: readonly Sought[],
  counted: Counted,
  read?: ReadTerms,
): Ranked[] {
  const timesIn = termsOf(termsSought(sought), read)
  const scored = documents.map((document) => ({ document, score: scoreOf(document, sought, timesIn, counted) }))
  scored.sort((a, b) => b.score - a.score || order(a.document) - order(b.document) || newer(a.document, b.document))
  return scored.map(({ document }) => document)
}

const order = ({ kind }: Ranked) => kinds.indexOf(kind as Kind)
const newer = (a: Ranked, b: Ranked) => (a.thing < b.thing ? 1 : -1)

function scoreOf(document: Ranked, sought: readonly Sought[], timesIn: TimesIn, counted: Counted): number {
  const timesOfTerm = timesIn(document)
  let score = 0
  for (const one of sought) {
    let times = 0
    for (const [term, weight] of one.terms) times += weight * timesOfTerm(term)
    if (times > 0) score += one.weight * rarity(one.documents, counted) * fullness(times, document, counted)
  }
  return score
}

type TimesIn = (document: Ranked) => (term: string) => number

/** With more terms than this, one pass over a document is faster than a look-up of each. */
const FEW = 8

/** All the terms of what is sought. */
export const termsSought = (sought: readonly Sought[]): Set<string> =>
  new Set(sought.flatMap(({ terms }) => [...terms.keys()]))

function termsOf(wanted: ReadonlySet<string>, read = wanted.size > FEW ? readEachOnce(wanted) : undefined): TimesIn {
  if (!read) {
    return ({ title_terms, terms }) =>
      (term) =>
        TITLE * timesOf(title_terms, term) + timesOf(terms, term)
  }
  return (document) => {
    const { titled, written } = read(document)
    return (term) => TITLE * (titled.get(term) ?? 0) + (written.get(term) ?? 0)
  }
}

/** The inverse document frequency of a word. */
export const rarity = (having: number, { documents }: Counted): number =>
  Math.log(1 + (documents - having + 0.5) / (having + 0.5))

/** BM25's saturating term frequency, normalised by length. */
export function fullness(times: number, document: Ranked, { averages }: Counted, k1 = K1): number {
  const length = document.words / (averages.get(document.kind) || 1)
  return (times * (k1 + 1)) / (times + k1 * (1 - B + B * length))
}
