import { alternatives, wordsLike, wordsOf } from './analyse.ts'
import { onlyAsks } from './language.ts'

/** A word of a question: its possible terms and its weight. */
export interface AskedWord {
  terms: ReadonlySet<string>
  telling: number
}

/** A prepared question, to be matched against texts. */
export interface Asking {
  /** The number of words. */
  words: number
  /** The words that occur in a text, by number. */
  whichIn(text: string): Set<number>
  /** The same for each of these texts. */
  whichInEach(texts: readonly string[]): ReadonlySet<number>[]
  /** The share of the question's weight that these words have, 0 to 1. */
  shareOf(which: ReadonlySet<number>): number
}

/** Prepares a question for matching; each word of a text is looked up once. */
export function askingOf(asked: readonly AskedWord[]): Asking {
  const known = new Map<string, number[]>()
  const all = asked.reduce((sum, { telling }) => sum + telling, 0) || 1
  const initials = new Set(asked.flatMap(({ terms }) => [...terms].map((term) => term[0])))
  const likely = wordsLike(asked.flatMap(({ terms }) => [...terms]))
  const meant = (word: string) => {
    // A stem begins with the first letter of its word, so most words of a text need no stemming.
    const other = /^[a-z0-9]/.test(word) && !initials.has(word[0])
    const terms = other ? [] : alternatives(word)
    const which = asked.flatMap((one, n) => (terms.some((term) => one.terms.has(term)) ? [n] : []))
    known.set(word, which)
    return which
  }
  const whichAre = (word: string) => known.get(word) ?? meant(word)
  return {
    words: asked.length,
    whichIn: (text) => {
      const found = new Set<number>()
      for (const { word } of likely(text)) for (const n of whichAre(word)) found.add(n)
      return found
    },
    whichInEach: (texts) => {
      const found: ReadonlySet<number>[] = texts.map(() => NONE)
      let [text, end] = [0, texts[0]?.length ?? 0]
      // The texts are read together: starting to read costs more than a sentence without matches.
      for (const { word, from } of likely(texts.join('\n'))) {
        while (from > end) end += 1 + (texts[++text]?.length ?? 0)
        const which = whichAre(word)
        if (which.length) found[text] = new Set([...(found[text] ?? NONE), ...which])
      }
      return found
    },
    shareOf: (which) => [...which].reduce((sum, n) => sum + (asked[n]?.telling ?? 0), 0) / all,
  }
}

const NONE: ReadonlySet<number> = new Set()

/**
 * The likeness of a title to a question: the harmonic mean of the shares of each that is in the
 * other, 0 to 1.
 */
export function likeness(title: string, asking: Asking): number {
  const words = new Set([...wordsOf(title)].map(({ word }) => word).filter((word) => !onlyAsks(word)))
  const met = [...words].filter((word) => asking.whichIn(word).size > 0)
  const [share, back] = [asking.shareOf(asking.whichIn(title)), met.length / (words.size || 1)]
  return share + back > 0 ? (2 * share * back) / (share + back) : 0
}
