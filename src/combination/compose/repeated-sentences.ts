import { isSmall, phraseWords } from './phrases.ts'

const LEAST_WORDS = 4
const ALIKE = 0.8

/** What says nearly the same as something that was said before, told by the words that count. */
export interface RepeatFinder<Where> {
  /** Where nearly the same was said, or undefined; too short a sentence is never the same. */
  before(sentence: string): Where | undefined
  add(sentence: string, where: Where): void
}

/** Remembers sentences, and finds one that says nearly the same. */
export function repeatFinder<Where>(): RepeatFinder<Where> {
  const heard: { words: Set<string>; where: Where }[] = []
  const byWord = new Map<string, number[]>()
  return {
    before: (sentence) => {
      const words = wordsOf(sentence)
      if (words.size < LEAST_WORDS) return undefined
      const shared = new Map<number, number>()
      for (const word of words) for (const n of byWord.get(word) ?? []) shared.set(n, (shared.get(n) ?? 0) + 1)
      for (const [n, both] of shared) {
        const one = heard[n]
        if (one && both / (one.words.size + words.size - both) >= ALIKE && sameNumbers(one.words, words))
          return one.where
      }
      return undefined
    },
    add: (sentence, where) => {
      const words = wordsOf(sentence)
      const n = heard.push({ words, where }) - 1
      for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), n])
    },
  }
}

/** `Wait 5 minutes` and `Wait 10 minutes` differ in one word, and in what matters; so does what has a not. */
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
