import type { Ranked } from './document-rows.ts'
import { type Counted, fullness, rarity, type Sought, termsSought } from './rank.ts'
import { type ReadTerms, readEachOnce, readTerms } from './terms.ts'

/** A document and the certainty that it answers a question. */
export interface Answering {
  document: Ranked
  sure: number
}

/**
 * The weight of a title word; and BM25's k1, higher than in a search, so that repetitions count for
 * longer.
 */
const [TITLE, K1] = [5, 4]
/** The factor of a document whose title shares no word with the question. */
const UNLIKE = 0.6
/** The weight of a title word that only begins like a word of the question. */
const BEGINS_ALIKE = 0.5

/**
 * Scores how surely each document answers a question, best first: its BM25 score times the likeness
 * of its title to the question. `unknown` words of the question, which nothing here has, lower
 * every title's likeness.
 */
export function sureOf(
  documents: readonly Ranked[],
  { sought, unknown }: { sought: readonly Sought[]; unknown: number },
  having: ReadonlyMap<string, number>,
  counted: Counted,
  read: ReadTerms = readEachOnce(termsSought(sought)),
): Answering[] {
  const tells = (documents: number) => rarity(documents, counted)
  const asked = sum(sought.map(({ documents }) => tells(documents))) + unknown * tells(0)
  const sure = documents.map((document) => {
    const [titled, { written }] = [readTerms(document.title_terms), read(document)]
    const named = sum([...titled.keys()].map((term) => tells(having.get(term) ?? 0)))
    const said = sum(
      sought.map(({ terms, documents }) => {
        const times = sum([...terms.keys()].map((term) => TITLE * (titled.get(term) ?? 0) + (written.get(term) ?? 0)))
        return tells(documents) * fullness(times, document, counted, K1)
      }),
    )
    return { document, sure: said * (UNLIKE + (2 * inTitle(sought, [...titled.keys()], tells)) / (asked + named || 1)) }
  })
  // A stable sort: ties keep the order in which they were found.
  return sure.sort((a, b) => b.sure - a.sure)
}

/**
 * The part of a question found in a title; two words adjacent in both add half their weight again.
 */
function inTitle(sought: readonly Sought[], title: readonly string[], tells: (documents: number) => number): number {
  let total = 0
  let last: { at: number; telling: number } | undefined
  for (const { terms, documents } of sought) {
    const at = title.findIndex((term) => terms.has(term))
    const telling = tells(documents)
    if (at >= 0) total += telling
    else if (title.some((term) => beginsLike(term, terms))) total += BEGINS_ALIKE * telling
    if (at >= 0 && last && Math.abs(at - last.at) === 1) total += (telling + last.telling) / 2
    last = at < 0 ? undefined : { at, telling }
  }
  return total
}

const [LONG, ENDING] = [5, 2]

/** Matches what stemming leaves apart, as in `configur` and `config`. */
const beginsLike = (term: string, terms: Sought['terms']) =>
  [...terms.keys()].some(
    (one) =>
      one.length >= LONG &&
      term.length >= LONG - 1 &&
      term.startsWith(one.slice(0, Math.max(LONG - 1, one.length - ENDING))),
  )

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
