import { linesOfBlock } from './block-lines.ts'
import { type Block, blocksIn } from './blocks.ts'

/** The text of a heading as written, on one line, without its markers. */
export function headingWords(text: string, block: Block): string {
  const lines = linesOfBlock(text, block)
  const { mark } = block
  return mark.startsWith('#')
    ? withoutClosing((lines[0] ?? '').slice(mark.length).trim())
    : lines.slice(0, -1).join(' ')
}

/** Strips the closing sequence of `## Words ##`: number signs after a space, or alone. */
function withoutClosing(words: string): string {
  let end = words.length
  while (words[end - 1] === '#') end--
  return end === 0 || /[ \t]/.test(words[end - 1] ?? '') ? words.slice(0, end).trimEnd() : words
}

/** A heading of a text: its words, its rank and its offset. */
export interface Heading {
  words: string
  rank: number
  at: number
}

/** The headings of a text, in document order. */
export function headingsIn(text: string): Heading[] {
  return blocksIn(text).flatMap((block) => {
    const { kind, rank, at } = block
    return kind === 'heading' ? [{ words: headingWords(text, block), rank, at }] : []
  })
}

/** The words of a text's first heading, of one rank or of any; null if there is none. */
export const firstHeading = (text: string, rank?: number): string | null =>
  headingsIn(text).find((one) => one.words !== '' && one.rank === (rank ?? one.rank))?.words ?? null
