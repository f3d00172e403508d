import type { Asking } from './asking.ts'

/** A sentence, word for word, with its first and last line and its paragraph. */
export interface Sentence {
  words: string
  line: number | null
  to: number | null
  paragraph: number
}

/** The place in a text with most of the words of a question. */
export interface Place<S> {
  sentences: S[]
  /** The share of the question found there, 0 to 1. */
  share: number
  /** The number of matched words. */
  matched: number
}

/** The most sentences of a place. */
const TOGETHER = 3

/**
 * The consecutive sentences with most of a question's words; title words count as part of each.
 * Ties: the fewest sentences, then most words of their own, then the first.
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
    // A place that begins with a sentence without matches is no better than one that begins with
    // the next.
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
