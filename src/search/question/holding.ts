import { alternatives, wholeWords } from '../analyse.ts'
import { askingOf } from '../asking.ts'
import type { Sentence } from '../places.ts'
import { fits } from './fits.ts'
import type { Question } from './read-question.ts'

/** A prepared question, to find the sentences that say all of it. */
export interface Holding {
  /** The words of the question, by number, that occur in a text in any form. */
  whichIn(text: string): ReadonlySet<number>
  /**
   * The sentences that say all of the question and the wanted kind of thing; their subject may be
   * named by the title or the previous sentence.
   */
  heldIn<S extends Sentence>(sentences: readonly S[], titles: string): S[] | undefined
}

/** Prepares a question for finding sentences with all of its words. */
export function holdingOf(question: Question): Holding {
  const spaced = question.content.map(({ word, run }) => ({
    terms: new Set(run ? [] : alternatives(word)),
    telling: 1,
  }))
  const asking = askingOf(spaced)
  const runs = question.content.flatMap(({ word, run }, n) => (run ? [{ word, n }] : []))
  const withRuns = (text: string, found: ReadonlySet<number>) => {
    if (runs.length === 0) return found
    const plain = text.normalize('NFKC').toLowerCase()
    return found.union(new Set(runs.flatMap(({ word, n }) => (plain.includes(word) ? [n] : []))))
  }
  const whichIn = (text: string) => withRuns(text, asking.whichIn(text))
  const all = question.content.length
  const holds = (which: ReadonlySet<number>) => which.size === all
  return {
    whichIn,
    heldIn: (sentences, titles) => {
      // For other questions nothing shows that a sentence says the wanted kind of thing; and names
      // occur everywhere.
      if (all < (question.wants === 'name' ? 2 : 1) || question.wants === null) return undefined
      const texts = sentences.map(({ words }) => words)
      const said = asking.whichInEach(texts).map((found, n) => withRuns(texts[n] ?? '', found))
      const saidAt = (n: number) => said[n] ?? NONE
      // Matching words is faster than checking the kind of thing, so it comes first.
      const isGood = (n: number) => {
        const words = sentences[n]?.words ?? ''
        return !ASKS.test(words) && fits(question, words)
      }
      const own = sentences.findIndex((_, n) => holds(saidAt(n)) && isGood(n))
      if (own >= 0) return sentences.slice(own, own + 1)
      const titled = whichIn(titles)
      let isNamed: ((words: string) => boolean) | undefined
      for (const [n, { words }] of sentences.entries()) {
        // Skips sentences that have too few words even with their context.
        if (titled.size + saidAt(n).size + saidAt(n - 1).size < all) continue
        const leaning = NEEDS_CONTEXT.test(words)
        const withTitle = saidAt(n).union(titled)
        const meant = () => {
          isNamed ??= namedBy(titles)
          return leaning || saidAt(n).size > 0 || isNamed(words)
        }
        if (holds(withTitle) && meant() && isGood(n)) return sentences.slice(n, n + 1)
        if (leaning && n > 0 && holds(withTitle.union(saidAt(n - 1))) && isGood(n)) return sentences.slice(n - 1, n + 1)
      }
      return undefined
    },
  }
}

const NONE: ReadonlySet<number> = new Set()

/**
 * Makes a function that tells whether a sentence has all the words of one of these titles, a line
 * each.
 */
function namedBy(titles: string): (words: string) => boolean {
  const names = titles.split('\n').flatMap((title) => {
    const words = wholeWords(title).map(({ word }) => ({ terms: new Set(alternatives(word)), telling: 1 }))
    return words.length ? [askingOf(words)] : []
  })
  return (words) => names.some((name) => name.whichIn(words).size === name.words)
}

/** A question does not answer. */
const ASKS = /[?？]["”’»」)]*\s*$/u
/** A sentence that refers to its context: `It takes 90 seconds.`, `About an hour.` */
const NEEDS_CONTEXT =
  /^\s*(?:it|this|that|they|these|takes?|about|around|roughly|usually|up to|every|on|at|es|das|dies|dauert|etwa|ungefähr|rund|er|sie|il|elle|cela|ça|ce|environ|dure|esto|eso|tarda|dura|unos|これ|それ|约|大约|它|\d)(?![\p{L}])/iu
