import { sentencesIn } from '../text/index.ts'
/** A sentence and the number of its paragraph. */
export interface Sentence {
  text: string
  paragraph: number
}

/** More sentences than this are an interview, not an answer. */
export const MOST_SENTENCES = 60

const LIST_MARK = /^\s*(?:[-*+•]|\d+[.)])\s+/

/**
 * Splits a text into sentences by Unicode's rules (UAX #29), per paragraph; each list item is split
 * by itself.
 */
export function sentencesOf(words: string): Sentence[] {
  const sentences: Sentence[] = []
  words
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .forEach((block, paragraph) => {
      for (const piece of piecesOf(block)) {
        for (const { text } of sentencesIn(piece)) sentences.push({ text, paragraph })
      }
    })
  return sentences
}

/** Joins wrapped lines; a list item begins a new piece. */
function piecesOf(block: string): string[] {
  const pieces: string[] = []
  for (const line of block.split('\n')) {
    if (pieces.length === 0 || LIST_MARK.test(line)) pieces.push(line.replace(LIST_MARK, '').trim())
    else pieces.push(`${pieces.pop()} ${line.trim()}`)
  }
  return pieces
}
