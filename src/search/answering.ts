import type { Ranked } from './document-rows.ts'
import { type Counted, fullness, rarity, type Sought, termsSought } from './rank.ts'
import { type ReadTerms, readEachOnce, readTerms } from './terms.ts'

/** A document with how surely it answers what somebody asks. */
export interface Answering {
  document: Ranked
  sure: number
}

/** What a title says counts for so much, and each further time that a word is said counts longer than in a search. */
const [TITLE, K1] = [5, 4]
/** How sure one can be of a document whose title shares no word with the question. */
const UNLIKE = 0.6
/** A word of the title that only begins like one of the question is half that word. */
const BEGINS_ALIKE = 0.5

/**
 * How surely each document answers a question, the surest first: what it says of the question's words, times how like the
 * question its title is. A word of the question that nobody here has said, `unknown`, makes every title less like it.
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
  // Of equals, the order in which they were found stays.
  return sure.sort((a, b) => b.sure - a.sure)
}

/** How much of a question a title says; two words that stand beside each other in both say as much again. */
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

/** `configur` and `config`: what a stem leaves apart. */
const beginsLike = (term: string, terms: Sought['terms']) =>
  [...terms.keys()].some(
    (one) =>
      one.length >= LONG &&
      term.length >= LONG - 1 &&
      term.startsWith(one.slice(0, Math.max(LONG - 1, one.length - ENDING))),
  )

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
