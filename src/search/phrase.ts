import { fold, wordsOf } from './analyse.ts'
import { isOfPairs } from './fold.ts'

/** The position of a phrase in a text, word by word; undefined if it is not there. */
export function placeOf(phrase: string, text: string): { from: number; to: number } | undefined {
  const wanted = [...wordsOf(phrase)].filter(({ last }) => !last).map(({ word }) => fold(word))
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

/** Japanese and Chinese characters are read in pairs; a single one matches any pair with it. */
const isOrHas = (word: string, wanted: string) =>
  word === wanted || (isOfPairs(wanted) && word.length <= 4 && word.includes(wanted))
