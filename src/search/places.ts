import type { Asking } from './asking.ts'

/** A sentence where it stands, word for word: from which line to which, in which paragraph. */
export interface Sentence {
  words: string
  line: number | null
  to: number | null
  paragraph: number
}

/** Where in a text most of what is asked for stands together. */
export interface Place<S> {
  sentences: S[]
  /** How much of what is asked for stands there, from 0 to 1. */
  share: number
  /** How many of the words. */
  matched: number
}

/** What one says of a thing takes up to so many sentences. */
const TOGETHER = 3

/**
 * The few sentences in a row that hold most of what is asked for; words of the title count as said in each of them. Of
 * equals the fewest, then those that say most themselves, then the first.
 */
export function placeIn<S extends Sentence>(
  sentences: readonly S[],
  title: string,
  asking: Asking,
): Place<S> | undefined {
  const titled = asking.whichIn(title)
  const said = asking.whichInEach(sentences.map(({ words }) => words))
  let best: (Place<S> & { own: number }) | undefined
  for (const first of sentences.keys()) {
    // What begins with a sentence that says nothing of it says no more than what begins with the next.
    if (best && said[first]?.size === 0) continue
    const own = new Set<number>()
    for (let last = first; last < Math.min(sentences.length, first + TOGETHER); last++) {
      for (const one of said[last] ?? []) own.add(one)
      const which = own.union(titled)
      const place = { share: asking.shareOf(which), own: own.size, matched: which.size }
      if (best && !fuller(place, best, last - first + 1 - best.sentences.length)) continue
      best = { ...place, sentences: sentences.slice(first, last + 1) }
    }
  }
  return best
}

type Full = { share: number; own: number }
const fuller = (one: Full, other: Full, longer: number): boolean => {
  if (one.share !== other.share) return one.share > other.share
  return longer !== 0 ? longer < 0 : one.own > other.own
}
