import { fold, wordsOf } from './analyse.ts'

/** Where words stand in a text next to each other, in their order and as they are; undefined where they do not. */
export function placeOf(phrase: string, text: string): { from: number; to: number } | undefined {
  const wanted = [...wordsOf(phrase)].map(({ word }) => fold(word))
  if (wanted.length === 0) return undefined
  const words = [...wordsOf(text)]
  const folded = words.map(({ word }) => fold(word))
  for (let n = 0; n + wanted.length <= words.length; n++) {
    if (!wanted.every((word, at) => isOrHas(folded[n + at] ?? '', word))) continue
    const [first, last] = [words[n], words[n + wanted.length - 1]]
    if (first && last) return { from: first.from, to: last.to }
  }
  return undefined
}

const ONE_OF_A_PAIR = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]$/u

/** A text's characters of Japanese and Chinese stand in pairs, and one alone is in the pairs that it is part of. */
const isOrHas = (word: string, wanted: string) =>
  word === wanted || (ONE_OF_A_PAIR.test(wanted) && word.length <= 4 && word.includes(wanted))
