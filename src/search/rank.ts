import type { Document } from './document-rows.ts'
import { timesOf } from './terms.ts'
import { type Kind, kinds } from './thing.ts'

/**
 * One word that is looked for, with the terms it stands as and how much each of them counts, how many documents have it,
 * and how much it counts among the others: as often as it was said.
 */
export interface Sought {
  terms: ReadonlyMap<string, number>
  documents: number
  weight: number
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
export function rank(documents: readonly Document[], sought: readonly Sought[], counted: Counted): Document[] {
  const scored = documents.map((document) => ({ document, score: scoreOf(document, sought, counted) }))
  scored.sort((a, b) => b.score - a.score || order(a.document) - order(b.document) || newer(a.document, b.document))
  return scored.map(({ document }) => document)
}

const order = ({ kind }: Document) => kinds.indexOf(kind as Kind)
const newer = (a: Document, b: Document) => (a.thing < b.thing ? 1 : -1)

function scoreOf(document: Document, sought: readonly Sought[], counted: Counted): number {
  let score = 0
  for (const one of sought) {
    const times = timesIn(document, one)
    if (times > 0) score += one.weight * rarity(one.documents, counted) * fullness(times, document, counted)
  }
  return score
}

/** How much a word tells that so many documents have. */
export const rarity = (having: number, { documents }: Counted): number =>
  Math.log(1 + (documents - having + 0.5) / (having + 0.5))

/** How much a document is about a word that it says so many times: more for each, and less for each further one. */
export function fullness(times: number, document: Document, { averages }: Counted): number {
  const length = document.words / (averages.get(document.kind) || 1)
  return (times * (K1 + 1)) / (times + K1 * (1 - B + B * length))
}

function timesIn({ title_terms, terms }: Document, sought: Sought): number {
  let times = 0
  for (const [term, weight] of sought.terms) {
    times += weight * (TITLE * timesOf(title_terms, term) + timesOf(terms, term))
  }
  return times
}
