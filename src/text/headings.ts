import { linesOfBlock } from './block-lines.ts'
import { type Block, blocksIn } from './blocks.ts'

/** The words of a heading as written, on one line, without its marks. */
export function headingWords(text: string, block: Block): string {
  const lines = linesOfBlock(text, block)
  const { mark } = block
  return mark.startsWith('#')
    ? withoutClosing((lines[0] ?? '').slice(mark.length).trim())
    : lines.slice(0, -1).join(' ')
}

/** A heading's words without its closing sequence, as in `## Words ##`: number signs after a space, or alone. */
function withoutClosing(words: string): string {
  let end = words.length
  while (words[end - 1] === '#') end--
  return end === 0 || /[ \t]/.test(words[end - 1] ?? '') ? words.slice(0, end).trimEnd() : words
}

/** A heading of a text: its words, its rank, and where it begins. */
export interface Heading {
  words: string
  rank: number
  at: number
}

/** The headings of a text, in their order. */
export function headingsIn(text: string): Heading[] {
  return blocksIn(text).flatMap((block) => {
    const { kind, rank, at } = block
    return kind === 'heading' ? [{ words: headingWords(text, block), rank, at }] : []
  })
}

/** The words of a text's first heading, of a rank or of any; null where it has none. */
export const firstHeading = (text: string, rank?: number): string | null =>
  headingsIn(text).find((one) => one.words !== '' && one.rank === (rank ?? one.rank))?.words ?? null
