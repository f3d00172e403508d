import { alternatives, wantedIn, wholeWords, wordsOf } from './analyse.ts'
import { sureOf } from './answering.ts'
import { candidates } from './candidates.ts'
import { documentsNumbered, type Ranked } from './document-rows.ts'
import { commonTerms, withLearnt, worthLearning } from './feedback.ts'
import { isOfPairs } from './fold.ts'
import { onlyAsks } from './language.ts'
import type { Narrow } from './narrow.ts'
import { placeOf } from './phrase.ts'
import { type Counted, rank, type Sought, termsSought } from './rank.ts'
import { type Looker, seek } from './seek.ts'
import { documentsHaving, partsIn } from './term-rows.ts'
import { type ReadTerms, readEachOnce, readTerms } from './terms.ts'
import { type Kind, readThing, type Thing } from './thing.ts'

type Part = Awaited<ReturnType<typeof partsIn>>[number]

/** The number of top documents that are ranked again by feedback. */
const AGAIN = 100
/**
 * Finds the things that match these words among those somebody may see, best first. Only their
 * areas are counted, so other areas affect neither results nor order.
 */
export async function find(
  here: Looker,
  words: string,
  { most, ...narrow }: { most: number } & Narrow,
): Promise<{ things: Thing[]; sought: Sought[] }> {
  const { ranked, sought } = await rankFound(here, words, narrow, true)
  return { things: await readFirst(here, ranked, most, (thing) => matchesFilters(thing, narrow)), sought }
}

/** Checks what the index does not store: whether words are adjacent, and a thing's exact day. */
async function matchesFilters(thing: Thing, { phrases = [], without = [], since = '' }: Narrow): Promise<boolean> {
  if (thing.at < since) return false
  const apart = without.filter(isReadApart)
  if (phrases.length + apart.length === 0) return true
  const texts = [...(thing.named ? [thing.title, ...thing.called] : []), await thing.words()]
  const isIn = (phrase: string) => texts.some((text) => placeOf(phrase, text))
  return phrases.every(isIn) && !apart.some(isIn)
}

/** The number of top documents considered for an answer. */
const ANSWERING = 50

/** The ranked answers to a question, with its terms. */
export type RankedAnswers = Awaited<ReturnType<typeof rankAnswers>>

/** Ranks the documents that may answer a question, by the index alone. */
export async function rankAnswers(here: Looker, question: string, kinds?: readonly Kind[]) {
  const { wanted, sought, ranked, counted, read } = await rankFound(here, question, kinds && { kinds }, true)
  const first = ranked.slice(0, ANSWERING)
  const titles = new Set(first.flatMap(({ title_terms }) => [...readTerms(title_terms).keys()]))
  const having = await documentsHaving(here.tx, here.space.id, [...here.areas.keys()], [...titles])
  // A word split into two may be known twice.
  const unknown = Math.max(0, wanted.length - sought.length)
  return { sought, counted, answers: sureOf(first, { sought, unknown }, having, counted, read) }
}

/** Reads the best possible answers to a question. */
export const readAnswers = (here: Looker, { answers }: RankedAnswers, most: number): Promise<Thing[]> =>
  readFirst(
    here,
    answers.map(({ document }) => document),
    most,
  )

/**
 * What was found by the index alone, best first; `read` if the documents' terms have been read
 * already.
 */
interface RankedFound {
  wanted: ReturnType<typeof wantedIn>
  sought: Sought[]
  counted: Counted
  ranked: Ranked[]
  read?: ReadTerms
}

/** Ranks the documents that match these words, by the index alone. */
export async function rankFound(here: Looker, words: string, narrow: Narrow = {}, mend = false): Promise<RankedFound> {
  const parts = await partsIn(here.tx, here.space.id, [...here.areas.keys()])
  const wanted = wantedIn(words)
  const sought = await seek(here, wanted, mend)
  // A query of only unknown words finds nothing, with or without filters.
  const unheard = wanted.length > 0 && sought.length === 0
  const numbers = await candidates(here.tx, sought, unheard ? [] : among(parts, narrow), {
    marked: narrow.marked ?? [],
    without: (narrow.without ?? []).flatMap((one) =>
      isReadApart(one) ? [] : wholeWords(one).flatMap(({ word }) => alternatives(word)),
    ),
    needed: (narrow.phrases ?? []).flatMap(tellingIn),
  })
  const counted = countedIn(parts)
  const ranked = numbers.length ? rank(await documentsNumbered(here.tx, numbers), sought, counted) : []
  const found = { wanted, sought, counted, ranked }
  return worthLearning(wanted, ranked.length) ? { ...found, ...(await rankAgain(here, found)) } : found
}

const among = (parts: readonly Part[], { kinds, areas }: Narrow) =>
  parts.filter(({ kind, area_id }) => (kinds?.includes(kind as Kind) ?? true) && (areas?.includes(area_id) ?? true))

/** The words of a phrase that every document with the phrase has in its index. */
const tellingIn = (phrase: string) =>
  [...wordsOf(phrase)].flatMap(({ word, last }) =>
    last || onlyAsks(word) || isOfPairs(word) ? [] : [alternatives(word)],
  )

/** What is left out by reading: several words, or a character that is indexed only in pairs. */
const isReadApart = (one: string) => /\s/.test(one) || isOfPairs(one)

/** Ranks the top documents again with the terms that the first ones have in common. */
async function rankAgain({ tx, space, areas }: Looker, { ranked, sought, counted }: RankedFound) {
  const common = commonTerms(ranked, counted)
  const having = await documentsHaving(tx, space.id, [...areas.keys()], [...common.keys()])
  const learnt = withLearnt(sought, common, having, counted)
  const read = readEachOnce(termsSought(learnt))
  return { ranked: [...rank(ranked.slice(0, AGAIN), learnt, counted, read), ...ranked.slice(AGAIN)], read }
}

/** Sums the counts of each kind over the visible areas. */
function countedIn(parts: readonly Part[]) {
  const sums = new Map<string, { documents: number; words: number }>()
  for (const { kind, documents, words } of parts) {
    const sum = sums.get(kind) ?? { documents: 0, words: 0 }
    sums.set(kind, { documents: sum.documents + documents, words: sum.words + words })
  }
  const averages = new Map([...sums].map(([kind, { documents, words }]) => [kind, words / Math.max(1, documents)]))
  return { documents: parts.reduce((sum, { documents }) => sum + documents, 0), averages }
}

/** The most things read to find enough that match the filters. */
const READ = 250

/** Reads the first things from their rooms; skips those withdrawn meanwhile. */
async function readFirst(
  { tx, space, areas }: Looker,
  ranked: readonly Ranked[],
  most: number,
  matches: (thing: Thing) => Promise<boolean> = async () => true,
): Promise<Thing[]> {
  const things: Thing[] = []
  for (const { kind, thing: id } of ranked.slice(0, READ)) {
    if (things.length === most) break
    const thing = await readThing(tx, space.id, kind as Kind, id)
    if (thing && areas.has(thing.area) && (await matches(thing))) things.push(thing)
  }
  return things
}
