/** `definitions PATH`: which sentences of a folder of `.deft` files hold a definition, against what people marked. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { definitionIn } from '../src/combination/compose/definitions.ts'
import { type Bench, rounded } from './figures.ts'

/** Prints F1 of the sentences with a definition, with a plain pattern beside. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which folder: npm run bench -- definitions PATH')
  const sentences = readdirSync(path)
    .filter((name) => name.endsWith('.deft'))
    .flatMap((name) => sentencesOf(readFileSync(join(path, name), 'utf8')))
  const began = performance.now()
  const own = measured(sentences, (words) => definitionIn(words) !== null)
  const seconds = rounded((performance.now() - began) / 1000)
  return {
    sentences: sentences.length,
    ...own,
    seconds,
    peers: { pattern: measured(sentences, (words) => PLAIN.test(words)) },
  }
}

const PLAIN = /\b(?:is|are) (?:an?|the)\b|\b(?:is|are) (?:called|known as|defined as)\b|\brefers? to\b|\bmeans?\b/i

/** A sentence as it is read, and whether somebody marked a definition in it. */
export interface Marked {
  words: string
  defines: boolean
}

/** The sentences of a file of tokens, one a line with its tag; the number that stands before each group is none. */
export function sentencesOf(text: string): Marked[] {
  return text.split(/\n\s*\n/).flatMap((block) => {
    const tokens = block
      .split('\n')
      .map((line) => line.split('\t').map((part) => part.trim()))
      .filter((parts) => parts.length > 4)
    if (tokens.length === 0 || (tokens.length === 2 && /^\d+$/.test(tokens[0]?.[0] ?? ''))) return []
    return [{ words: joined(tokens), defines: tokens.some((parts) => /^[BI]-Definition$/.test(parts[4] ?? '')) }]
  })
}

/** Tokens as they stood: with a space between two where they did not touch. */
function joined(tokens: string[][]): string {
  let [words, end] = ['', Number.NaN]
  for (const [token = '', , from, to] of tokens) {
    if (Number(from) !== end && words) words += ' '
    words += token
    end = Number(to)
  }
  return words
}

function measured(sentences: readonly Marked[], says: (words: string) => boolean) {
  let [right, said, marked] = [0, 0, 0]
  for (const { words, defines } of sentences) {
    const here = says(words)
    if (here && defines) right++
    if (here) said++
    if (defines) marked++
  }
  return {
    f1: rounded((2 * right) / (said + marked)),
    precision: rounded(right / said),
    recall: rounded(right / marked),
  }
}
