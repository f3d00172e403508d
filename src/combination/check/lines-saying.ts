import { plainWords } from '../../knowledge/index.ts'

/** A text prepared for finding quotations, regardless of line breaks and emphasis. */
export interface Searched {
  words: string
  /** The offset of each line in the words. */
  starts: readonly number[]
}

/** Prepares a text for finding quotations. */
export function searchable(text: string): Searched {
  const starts: number[] = []
  let words = ''
  for (const line of text.split(/\r?\n/)) {
    starts.push(words.length)
    const bared = bare(line)
    if (bared) words += `${bared} `
  }
  return { words, starts }
}

const LEAST_WORDS = 4
const LEAST_CHARACTERS = 12
const ENOUGH = 3

/** Finds the line ranges of a quotation, at most three; none for too few words. */
export function linesSaying({ words, starts }: Searched, quoted: string): { from: number; to: number }[] {
  const sought = bare(quoted.replace(/\s+/g, ' ')).replace(/^(?:…|\.{3}) ?| ?(?:…|\.{3})$/g, '')
  if (sought.length < LEAST_CHARACTERS || wordsIn(sought) < LEAST_WORDS) return []
  const found: { from: number; to: number }[] = []
  for (let at = words.indexOf(sought); at >= 0 && found.length < ENOUGH; at = words.indexOf(sought, at + 1))
    found.push({ from: lineAt(starts, at), to: lineAt(starts, at + sought.length - 1) })
  return found
}

/** Whether a range of lines contains a quotation; cheaper than a search of the whole text. */
export function saysAt({ words, starts }: Searched, from: number, to: number, quoted: string): boolean {
  const sought = bare(quoted.replace(/\s+/g, ' '))
  const first = starts[from - 1]
  if (first === undefined || sought.length < LEAST_CHARACTERS) return false
  return words.slice(first, starts[to]).includes(sought)
}

/** Counts words; in scripts without spaces two characters count as one. */
const wordsIn = (text: string) =>
  text.split(' ').length + (/[\u3040-\u9fff]/.test(text) ? Math.floor(text.length / 2) : 0)

const bare = (line: string) => plainWords(line.replace(/^[\s>]*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+)?/, ''))

/** The line of an offset, by binary search. */
function lineAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low + 1
}
