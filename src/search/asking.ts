import { alternatives, wordsLike, wordsOf } from './analyse.ts'
import { onlyAsks } from './language.ts'

/** One word that is asked for: the terms it stands as, and how much it tells. */
export interface AskedWord {
  terms: ReadonlySet<string>
  telling: number
}

/** What is asked for, to hold texts against. */
export interface Asking {
  /** How many words. */
  words: number
  /** Which of them stand in a text, by number. */
  whichIn(text: string): Set<number>
  /** Which of them stand in each of these texts. */
  whichInEach(texts: readonly string[]): ReadonlySet<number>[]
  /** How much of all that is asked these words tell, from 0 to 1. */
  shareOf(which: ReadonlySet<number>): number
}

/** Makes ready to hold texts against what is asked; a word that was met once is known from then on. */
export function askingOf(asked: readonly AskedWord[]): Asking {
  const known = new Map<string, number[]>()
  const all = asked.reduce((sum, { telling }) => sum + telling, 0) || 1
  const initials = new Set(asked.flatMap(({ terms }) => [...terms].map((term) => term[0])))
  const likely = wordsLike(asked.flatMap(({ terms }) => [...terms]))
  const meant = (word: string) => {
    // A stem begins as its word does; most words of a text need not be brought to theirs.
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
      // All are read at once: to begin to read costs more than a sentence that has none of the words.
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

/** How like what is asked a title is: from 0, they share nothing, to 1, they say the same words. */
export function likeness(title: string, asking: Asking): number {
  const words = new Set([...wordsOf(title)].map(({ word }) => word).filter((word) => !onlyAsks(word)))
  const met = [...words].filter((word) => asking.whichIn(word).size > 0)
  const [share, back] = [asking.shareOf(asking.whichIn(title)), met.length / (words.size || 1)]
  return share + back > 0 ? (2 * share * back) / (share + back) : 0
}
