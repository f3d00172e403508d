import type { HereIAm } from '../ba/index.ts'
import { type Wanted, wantedIn } from './analyse.ts'
import { sureOf } from './answering.ts'
import { type Document, documentsNumbered } from './document-rows.ts'
import { engineOf } from './engine.ts'
import { commonTerms, withLearnt, worthLearning } from './feedback.ts'
import { inPart } from './index-things.ts'
import { type Counted, rank, type Sought } from './rank.ts'
import { documentsHaving, partsIn, termsBeginning } from './term-rows.ts'
import { readTerms } from './terms.ts'
import { type Kind, readThing, type Thing } from './thing.ts'

type Looker = Pick<HereIAm, 'tx' | 'space' | 'areas'>
type Part = Awaited<ReturnType<typeof partsIn>>[number]

/** So many documents are ranked at most for each question that the engine is asked: of few words, and of many. */
const [RANKED, RANKED_FOR_MANY] = [250, 1000]
/** From so many words on, not all of them are looked for in one place. */
const MANY = 8
/** So many of the first are ranked again by what was learnt of them. */
const AGAIN = 100
/** A word that is still being typed counts a little less as each word that it may become. */
const [BEGINS, SHORTENED] = [0.7, 0.4]

/**
 * Finds what has these words among what somebody may see, the best first. Only areas of theirs are counted, so nothing
 * that is in another changes what they find or in which order.
 */
export async function find(
  here: Looker,
  words: string,
  { most, kinds }: { most: number; kinds?: readonly Kind[] },
): Promise<{ things: Thing[]; sought: Sought[] }> {
  const { ranked, sought } = await rankFound(here, words, kinds)
  return { things: await readFirst(here, ranked, most), sought }
}

/** So many of what has the words of a question are looked at for an answer. */
const ANSWERING = 50

/** What may answer a question, the surest first, as the index knows it. */
export async function rankAnswers(here: Looker, question: string, kinds?: readonly Kind[]) {
  const { wanted, sought, ranked, counted } = await rankFound(here, question, kinds)
  const first = ranked.slice(0, ANSWERING)
  const titles = new Set(first.flatMap(({ title_terms }) => [...readTerms(title_terms).keys()]))
  const having = await documentsHaving(here.tx, here.space.id, [...here.areas.keys()], [...titles])
  const unknown = wanted.length - sought.length
  return { sought, answers: sureOf(first, { sought, unknown }, having, counted) }
}

/** Finds what may answer a question, the surest first. */
export async function findAnswers(
  here: Looker,
  question: string,
  { most, kinds }: { most: number; kinds?: readonly Kind[] },
): Promise<{ things: Thing[]; sought: Sought[] }> {
  const { answers, sought } = await rankAnswers(here, question, kinds)
  const documents = answers.map(({ document }) => document)
  return { things: await readFirst(here, documents, most), sought }
}

/** What has these words, the best first, as the index knows it. */
export async function rankFound(here: Looker, words: string, kinds?: readonly Kind[]) {
  const parts = await partsIn(here.tx, here.space.id, [...here.areas.keys()])
  const wanted = wantedIn(words)
  const sought = await seek(here, wanted)
  const among = kinds ? parts.filter(({ kind }) => kinds.includes(kind as Kind)) : parts
  const numbers = await candidates(here, sought, among)
  const counted = countedIn(parts)
  const ranked = numbers.length ? rank(await documentsNumbered(here.tx, numbers), sought, counted) : []
  const again = worthLearning(wanted, ranked.length)
  return { wanted, sought, counted, ranked: again ? await rankAgain(here, ranked, sought, counted) : ranked }
}

/** Ranks the first anew by the question and by what the very first of them have in common. */
async function rankAgain({ tx, space, areas }: Looker, ranked: Document[], sought: Sought[], counted: Counted) {
  const common = commonTerms(ranked, counted)
  const having = await documentsHaving(tx, space.id, [...areas.keys()], [...common.keys()])
  const learnt = withLearnt(sought, common, having, counted)
  return [...rank(ranked.slice(0, AGAIN), learnt, counted), ...ranked.slice(AGAIN)]
}

/** The terms that each wanted word stands as, here; a word that nothing here has is left out. */
async function seek({ tx, space, areas }: Looker, wanted: readonly Wanted[]): Promise<Sought[]> {
  const ids = [...areas.keys()]
  const begun: { weighed: Map<string, number>; times: number }[] = []
  for (const { terms, times, prefix } of wanted) {
    const weighed = new Map(terms.map((term) => [term, 1]))
    if (prefix !== null) await addBeginnings(weighed, prefix, (from) => termsBeginning(tx, space.id, ids, from))
    begun.push({ weighed, times })
  }
  const all = new Set(begun.flatMap(({ weighed }) => [...weighed.keys()]))
  const counts = await documentsHaving(tx, space.id, ids, [...all])
  return begun.flatMap(({ weighed, times: weight }) => {
    const terms = new Map([...weighed].filter(([term]) => counts.has(term)))
    const whole = [...terms].filter(([, weight]) => weight === 1)
    const documents = (whole.length ? whole : [...terms]).reduce((sum, [term]) => sum + (counts.get(term) ?? 0), 0)
    return terms.size ? [{ terms, documents, weight }] : []
  })
}

/** What a half-typed word may become; and, as words are kept as their stems, the stem it may have grown past: `cachi`. */
async function addBeginnings(terms: Map<string, number>, from: string, beginning: (from: string) => Promise<string[]>) {
  const letters = [...from]
  // One letter begins too much, one character of Japanese or Chinese does not.
  const begun = letters.length > 1 || /[^a-z0-9]/.test(from) ? await beginning(from) : []
  for (const term of begun) if (!terms.has(term)) terms.set(term, BEGINS)
  for (const left of begun.length ? [] : [1, 2, 3]) {
    const shorter = letters.slice(0, -left).join('')
    // `taki` is on its way to `taking`, which is kept as `take`.
    for (const stem of letters.length - left >= 3 ? [shorter, `${shorter}e`] : []) {
      if (!terms.has(stem)) terms.set(stem, SHORTENED)
    }
  }
}

/** What has all the words, then what has the rarest of them, until there is enough to rank. */
async function candidates({ tx }: Looker, sought: readonly Sought[], parts: readonly Part[]): Promise<number[]> {
  if (sought.length === 0 || parts.length === 0) return []
  const lists = [...sought]
    .sort((a, b) => a.documents - b.documents)
    .map(({ terms }) => parts.flatMap(({ number }) => [...terms.keys()].map((term) => inPart(number, term))))
  const found = new Set<number>()
  const most = lists.length > MANY ? RANKED_FOR_MANY : RANKED
  for (const wanted of lists.length > 1 ? [lists.slice(0, MANY), ...lists.map((list) => [list])] : [lists]) {
    if (found.size >= most) break
    for (const number of await engineOf(tx).having(tx, wanted, most)) found.add(number)
  }
  return [...found]
}

/** The kinds of all that somebody may see are summed over its areas. */
function countedIn(parts: readonly Part[]) {
  const sums = new Map<string, { documents: number; words: number }>()
  for (const { kind, documents, words } of parts) {
    const sum = sums.get(kind) ?? { documents: 0, words: 0 }
    sums.set(kind, { documents: sum.documents + documents, words: sum.words + words })
  }
  const averages = new Map([...sums].map(([kind, { documents, words }]) => [kind, words / Math.max(1, documents)]))
  return { documents: parts.reduce((sum, { documents }) => sum + documents, 0), averages }
}

/** Reads the first few where they live; what was withdrawn a moment ago is passed over. */
async function readFirst({ tx, space, areas }: Looker, ranked: readonly Document[], most: number): Promise<Thing[]> {
  const things: Thing[] = []
  for (const { kind, thing: id } of ranked) {
    if (things.length === most) break
    const thing = await readThing(tx, space.id, kind as Kind, id)
    if (thing && areas.has(thing.area)) things.push(thing)
  }
  return things
}
