import { sentencesIn } from '../text/index.ts'
/** A sentence, and the paragraph it stands in. */
export interface Sentence {
  text: string
  paragraph: number
}

/** More sentences than this are an interview, not an answer. */
export const MOST_SENTENCES = 60

const LIST_MARK = /^\s*(?:[-*+•]|\d+[.)])\s+/

/** Splits words into sentences by Unicode's rules (UAX #29), paragraph by paragraph; an item of a list is its own. */
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

/** Joins lines that were only wrapped; a line that starts an item of a list starts a new piece. */
function piecesOf(block: string): string[] {
  const pieces: string[] = []
  for (const line of block.split('\n')) {
    if (pieces.length === 0 || LIST_MARK.test(line)) pieces.push(line.replace(LIST_MARK, '').trim())
    else pieces.push(`${pieces.pop()} ${line.trim()}`)
  }
  return pieces
}
