import { isSmall, phraseWords } from './phrases.ts'

const LEAST_WORDS = 4
const ALIKE = 0.8

/** Finds near-duplicates of earlier sentences, by their content words. */
export interface RepeatFinder<Where> {
  /**
   * Where a near-duplicate occurred, or undefined; a sentence of fewer than four content words has
   * none.
   */
  before(sentence: string): Where | undefined
  add(sentence: string, where: Where): void
}

/** Collects sentences and finds near-duplicates (Jaccard index of content words from .8 on). */
export function repeatFinder<Where>(): RepeatFinder<Where> {
  const sentences: { words: Set<string>; where: Where }[] = []
  const byWord = new Map<string, number[]>()
  return {
    before: (sentence) => {
      const words = wordsOf(sentence)
      if (words.size < LEAST_WORDS) return undefined
      const shared = new Map<number, number>()
      for (const word of words) for (const n of byWord.get(word) ?? []) shared.set(n, (shared.get(n) ?? 0) + 1)
      for (const [n, both] of shared) {
        const one = sentences[n]
        if (one && both / (one.words.size + words.size - both) >= ALIKE && sameNumbers(one.words, words))
          return one.where
      }
      return undefined
    },
    add: (sentence, where) => {
      const words = wordsOf(sentence)
      const n = sentences.push({ words, where }) - 1
      for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), n])
    },
  }
}

/**
 * Sentences that differ in a number or a negation are never duplicates: `Wait 5 minutes`, `Wait 10
 * minutes`.
 */
function sameNumbers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const telling = (words: ReadonlySet<string>) =>
    [...words]
      .filter((word) => /\d/.test(word) || NEGATION.test(word))
      .sort()
      .join(' ')
  return telling(one) === telling(other)
}

const NEGATION = /^(?:not|never|no|none|without|cannot|nicht|kein\w*|pas|jamais|nunca)$|n['’]t$/

const wordsOf = (sentence: string) =>
  new Set(
    phraseWords(sentence)
      .map((word) => word.toLowerCase())
      .filter((word) => !isSmall(word) || NEGATION.test(word)),
  )
