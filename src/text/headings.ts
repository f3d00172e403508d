import { type Block, blocksIn } from './blocks.ts'

/** The words of a heading as written, on one line, without its marks. */
function headingWords(text: string, { at, mark }: Block): string {
  if (mark.startsWith('#'))
    return lineAt(text, at + mark.length)
      .trim()
      .replace(/(?:^|[ \t]+)#+$/, '')
  const words: string[] = []
  for (let from = at; from <= text.length; ) {
    const line = lineAt(text, from)
    const written = line.replace(/^[ \t>]+/, '').trim()
    if (words.length > 0 && /^(?:-+|=+)$/.test(written)) break
    words.push(written)
    from += line.length + (text.startsWith('\r\n', from + line.length) ? 2 : 1)
  }
  return words.join(' ')
}

const LINE = /[^\r\n]*/y

function lineAt(text: string, from: number): string {
  LINE.lastIndex = from
  return LINE.exec(text)?.[0] ?? ''
}

/** The words of a text's first heading, of a rank or of any; null where it has none. */
export function firstHeading(text: string, rank?: number): string | null {
  for (const block of blocksIn(text)) {
    const words = block.kind === 'heading' && block.rank === (rank ?? block.rank) && headingWords(text, block)
    if (words) return words
  }
  return null
}
