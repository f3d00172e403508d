import type { HereIAm } from '../ba/index.ts'
import { alternatives, fold, type Wanted } from './analyse.ts'
import type { Sought } from './rank.ts'
import { documentsHaving, termsBeginning, termsOfLength } from './term-rows.ts'
import { editsAllowed, editsBetween, endingsNear } from './typo.ts'

/** The searcher; results are limited to the areas they may see. */
export type Looker = Pick<HereIAm, 'tx' | 'space' | 'areas'>
type Counts = ReadonlyMap<string, number>

/** The weights of completions of a half-typed word, and of its shortened stems. */
const [BEGINS, SHORTENED] = [0.7, 0.4]
/** The weights of corrections: a mistyped word, and words joined or split. */
const [MISTYPED, JOINED] = [0.5, 0.7]
/** The most unknown words that are corrected; the most query words for which joins are tried. */
const [MOST_CORRECTED, FEW] = [4, 6]
const MOST_CORRECTIONS = 3

/**
 * Resolves query words to the terms known in the visible areas. An unknown word is corrected or,
 * failing that, dropped.
 */
export async function seek(here: Looker, wanted: readonly Wanted[], mend: boolean): Promise<Sought[]> {
  const ids = [...here.areas.keys()]
  const expanded: { one: Wanted; weighed: Map<string, number> }[] = []
  for (const one of wanted) {
    const weighed = new Map(one.terms.map((term) => [term, 1]))
    const beginning = (from: string) => termsBeginning(here.tx, here.space.id, ids, from)
    if (one.prefix !== null) await addBeginnings(weighed, one.prefix, beginning)
    expanded.push({ one, weighed })
  }
  const joined = mend && wanted.length <= FEW ? joinedIn(wanted) : []
  const all = new Set([
    ...expanded.flatMap(({ weighed }) => [...weighed.keys()]),
    ...joined.flatMap(({ terms }) => terms),
  ])
  const counts = await documentsHaving(here.tx, here.space.id, ids, [...all])
  let corrections = mend ? MOST_CORRECTED : 0
  const sought: Sought[] = []
  for (const [n, { one, weighed }] of expanded.entries()) {
    for (const { at, terms } of joined) if (n === at || n === at + 1) for (const term of terms) addTerm(weighed, term)
    const known = soughtAs(weighed, one, counts)
    if (known) sought.push(isOnlyJoined(known, one) ? { ...known, typed: one.word } : known)
    else if (corrections-- > 0) sought.push(...(await corrected(here, ids, one)))
  }
  return sought
}

function addTerm(weighed: Map<string, number>, term: string) {
  if (!weighed.has(term)) weighed.set(term, JOINED)
}

const isOnlyJoined = ({ terms }: Sought, { prefix }: Wanted) =>
  prefix === null && [...terms.values()].every((weight) => weight === JOINED)

function soughtAs(weighed: ReadonlyMap<string, number>, { times: weight }: Wanted, counts: Counts): Sought | undefined {
  const terms = new Map([...weighed].filter(([term]) => counts.has(term)))
  const whole = [...terms].filter(([, weight]) => weight === 1)
  const documents = (whole.length ? whole : [...terms]).reduce((sum, [term]) => sum + (counts.get(term) ?? 0), 0)
  return terms.size ? { terms, documents, weight } : undefined
}

/**
 * Adds the completions of a half-typed word and, since words are indexed by stem, the stem it may
 * have outgrown: `cachi`.
 */
async function addBeginnings(terms: Map<string, number>, from: string, beginning: (from: string) => Promise<string[]>) {
  const letters = [...from]
  // A single Latin letter has too many completions; a Japanese or Chinese character does not.
  const completions = letters.length > 1 || /[^a-z0-9]/.test(from) ? await beginning(from) : []
  for (const term of completions) if (!terms.has(term)) terms.set(term, BEGINS)
  for (const left of completions.length ? [] : [1, 2, 3]) {
    const shorter = letters.slice(0, -left).join('')
    // `taki` may become `taking`, whose stem is `take`.
    for (const stem of letters.length - left >= 3 ? [shorter, `${shorter}e`] : []) {
      if (!terms.has(stem)) terms.set(stem, SHORTENED)
    }
  }
}

const LETTERS = /^\p{L}{2,}$/u

/** Tries two words as one: `key board`. */
function joinedIn(wanted: readonly Wanted[]): { at: number; terms: readonly string[] }[] {
  return wanted.slice(0, -1).flatMap(({ word }, at) => {
    const next = wanted[at + 1]?.word ?? ''
    return LETTERS.test(word) && LETTERS.test(next) ? [{ at, terms: alternatives(word + next) }] : []
  })
}

/** Corrects an unknown word: one edit, a mistyped ending, two joined words, or two edits. */
async function corrected(here: Looker, ids: string[], one: Wanted): Promise<Sought[]> {
  const near = await nearTo(here, ids, one)
  if (near.edits === 1) return [near.sought]
  const ended = await endingLike(here, ids, one)
  if (ended) return [ended]
  const parts = await partsOf(here, ids, one)
  if (parts.length) return parts
  return near.sought.terms.size ? [near.sought] : []
}

async function nearTo({ tx, space }: Looker, ids: string[], { word, terms, prefix, times }: Wanted) {
  const most = editsAllowed(word)
  const found = most ? await termsOfLength(tx, space.id, ids, rangeFor(terms, most, prefix !== null)) : []
  const near = found.flatMap(({ term, documents }) => {
    const edits = Math.min(
      ...terms.map((typed) => editsBetween(typed, term, most)),
      prefix !== null && prefix.length > LONG_BEGINNING ? editsBetween(prefix, term, 1, true) : most + 1,
    )
    return edits <= most ? [{ term, documents, edits }] : []
  })
  const edits = Math.min(...near.map((one) => one.edits))
  const best = near
    .filter((one) => one.edits === edits)
    .sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_CORRECTIONS)
  const documents = best.reduce((sum, one) => sum + one.documents, 0)
  const weighed = new Map(best.map(({ term }) => [term, MISTYPED]))
  return { edits, sought: { terms: weighed, documents, weight: times, typed: word } }
}

const LONG_BEGINNING = 4
const MOST_LETTERS = 40

/**
 * The range of candidates: the same first letter, or the first two swapped, and a similar length.
 */
function rangeFor(terms: readonly string[], most: number, isPrefix: boolean) {
  const [first = '', second = ''] = terms[0] ?? ''
  const lengths = terms.map((term) => term.length)
  return {
    first,
    swapped: second + first,
    least: Math.min(...lengths) - most,
    longest: isPrefix ? MOST_LETTERS : Math.max(...lengths) + most,
  }
}

/** Corrects a long word with a typo where its stem ends. */
async function endingLike({ tx, space }: Looker, ids: string[], { word, times: weight }: Wanted) {
  const plain = fold(word)
  if (!LONG.test(plain)) return undefined
  const counts = await documentsHaving(tx, space.id, ids, [...new Set(endingsNear(plain).flatMap(alternatives))])
  const best = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_CORRECTIONS)
  const documents = best.reduce((sum, [, having]) => sum + having, 0)
  return best.length
    ? { terms: new Map(best.map(([term]) => [term, MISTYPED])), documents, weight, typed: word }
    : undefined
}

const LONG = /^[a-z]{6,40}$/
const SHORTEST_PART = 3

/** Splits a word into two known ones, preferring the pair whose rarer word is in most documents. */
async function partsOf({ tx, space }: Looker, ids: string[], { word, times: weight }: Wanted): Promise<Sought[]> {
  // A term has no more than MOST_LETTERS letters, so a longer word is no two of them.
  if (!LETTERS.test(word) || word.length > 2 * MOST_LETTERS) return []
  const pairs = []
  for (let n = SHORTEST_PART; n <= word.length - SHORTEST_PART; n++) {
    pairs.push([word.slice(0, n), word.slice(n)].map(alternatives))
  }
  const counts = await documentsHaving(tx, space.id, ids, [...new Set(pairs.flat(2))])
  const having = (terms: readonly string[]) => terms.reduce((sum, term) => sum + (counts.get(term) ?? 0), 0)
  const rarer = (pair: readonly (readonly string[])[]) => Math.min(...pair.map(having))
  const best = pairs.sort((a, b) => rarer(b) - rarer(a))[0]
  if (!best || rarer(best) === 0) return []
  return best.map((terms) => {
    const known = terms.filter((term) => counts.has(term))
    return { terms: new Map(known.map((term) => [term, JOINED])), documents: having(known), weight, typed: word }
  })
}
