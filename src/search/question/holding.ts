import { alternatives, wordsOf } from '../analyse.ts'
import { askingOf } from '../asking.ts'
import type { Sentence } from '../places.ts'
import { fits } from './fits.ts'
import type { Question } from './read-question.ts'

/** What somebody asks, made ready to find the sentences that say it. */
export interface Holding {
  /** Which of its words, by number, stand in a text in any of their forms. */
  whichIn(text: string): ReadonlySet<number>
  /**
   * The sentences that say all that is asked, and say it as it is asked for; what they speak of may be said by the title
   * or by the sentence before.
   */
  heldIn<S extends Sentence>(sentences: readonly S[], titles: string): S[] | undefined
}

/** Makes ready to look for the sentences that hold every word of a question. */
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
      // Of any other question nothing tells whether a sentence says the kind of thing it wants; and names stand everywhere.
      if (all < (question.wants === 'name' ? 2 : 1) || question.wants === null) return undefined
      const texts = sentences.map(({ words }) => words)
      const said = asking.whichInEach(texts).map((found, n) => withRuns(texts[n] ?? '', found))
      const saidAt = (n: number) => said[n] ?? NONE
      // Whether a sentence has the words is told faster than whether it says the kind of thing that is wanted.
      const isGood = (n: number) => {
        const words = sentences[n]?.words ?? ''
        return !ASKS.test(words) && fits(question, words)
      }
      const own = sentences.findIndex((_, n) => holds(saidAt(n)) && isGood(n))
      if (own >= 0) return sentences.slice(own, own + 1)
      const titled = whichIn(titles)
      let isNamed: ((words: string) => boolean) | undefined
      for (const [n, { words }] of sentences.entries()) {
        // Most sentences have too few of the words, however much stands around them.
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

/** Tells whether a sentence has all the words of one of these names, a line each, in any of their forms. */
function namedBy(titles: string): (words: string) => boolean {
  const names = titles.split('\n').flatMap((title) => {
    const words = [...wordsOf(title)].map(({ word }) => ({ terms: new Set(alternatives(word)), telling: 1 }))
    return words.length ? [askingOf(words)] : []
  })
  return (words) => names.some((name) => name.whichIn(words).size === name.words)
}

/** What asks does not answer. */
const ASKS = /[?？]["”’»」)]*\s*$/u
/** A sentence that goes on about what was named: `It takes 90 seconds.`, `About an hour.` */
const NEEDS_CONTEXT =
  /^\s*(?:it|this|that|they|these|takes?|about|around|roughly|usually|up to|every|on|at|es|das|dies|dauert|etwa|ungefähr|rund|er|sie|il|elle|cela|ça|ce|environ|dure|esto|eso|tarda|dura|unos|これ|それ|约|大约|它|\d)(?![\p{L}])/iu
