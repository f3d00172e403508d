import type { Ranked } from './document-rows.ts'
import { type ReadTerms, readEachOnce, timesOf } from './terms.ts'
import { type Kind, kinds } from './thing.ts'

/**
 * One word that is looked for, with the terms it stands as and how much each of them counts, how many documents have it,
 * and how much it counts among the others: as often as it was said.
 */
export interface Sought {
  terms: ReadonlyMap<string, number>
  documents: number
  weight: number
  /** What was typed, where nothing here has it and these terms are sought instead. */
  typed?: string
}

/** What is counted of what a viewer may see: how many documents, and how long one of a kind is on average. */
export interface Counted {
  documents: number
  averages: ReadonlyMap<string, number>
}

const [K1, B] = [1.2, 0.75]

/** A word of the title counts for so many. */
export const TITLE = 3

/**
 * Ranks by BM25 (Robertson & Zaragoza 2009), a title's word counting for three. A document is measured against others of
 * its kind, so that a page is not put behind each short line that has the same word. Ties: pages first, then the newest.
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

/** Above so many terms it is quicker to go through a document once than to look for each. */
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

/** How much a word tells that so many documents have. */
export const rarity = (having: number, { documents }: Counted): number =>
  Math.log(1 + (documents - having + 0.5) / (having + 0.5))

/** How much a document is about a word that it says so many times: more for each, and less for each further one. */
export function fullness(times: number, document: Ranked, { averages }: Counted, k1 = K1): number {
  const length = document.words / (averages.get(document.kind) || 1)
  return (times * (k1 + 1)) / (times + k1 * (1 - B + B * length))
}
