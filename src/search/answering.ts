import type { Document } from './document-rows.ts'
import { type Counted, fullness, rarity, type Sought } from './rank.ts'
import { readTerms } from './terms.ts'

/** A document with how surely it answers what somebody asks. */
export interface Answering {
  document: Document
  sure: number
}

/** What a title says counts for so much, and each further time that a word is said counts longer than in a search. */
const [TITLE, K1] = [5, 3]
/** How sure one can be of a document whose title shares no word with the question. */
const UNLIKE = 0.6

/**
 * How surely each document answers a question, the surest first: what it says of the question's words, times how like the
 * question its title is. A word of the question that nobody here has said, `unknown`, makes every title less like it.
 */
export function sureOf(
  documents: readonly Document[],
  { sought, unknown }: { sought: readonly Sought[]; unknown: number },
  having: ReadonlyMap<string, number>,
  counted: Counted,
): Answering[] {
  const asked = sum(sought.map(({ documents }) => rarity(documents, counted))) + unknown * rarity(0, counted)
  const sure = documents.map((document) => {
    const [titled, written] = [readTerms(document.title_terms), readTerms(document.terms)]
    const named = sum([...titled.keys()].map((term) => rarity(having.get(term) ?? 0, counted)))
    let [said, inTitle] = [0, 0]
    for (const { terms, documents } of sought) {
      const times = sum([...terms.keys()].map((term) => TITLE * (titled.get(term) ?? 0) + (written.get(term) ?? 0)))
      const telling = rarity(documents, counted)
      said += telling * fullness(times, document, counted, K1)
      if ([...terms.keys()].some((term) => titled.has(term))) inTitle += telling
    }
    return { document, sure: said * (UNLIKE + (2 * inTitle) / (asked + named || 1)) }
  })
  // Of equals, the order in which they were found stays.
  return sure.sort((a, b) => b.sure - a.sure)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
