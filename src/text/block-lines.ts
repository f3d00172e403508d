import type { Block } from './blocks/block.ts'

/** Lines as one text: a line end that they were not split at is none in it. */
export function joinLines(lines: readonly string[]): string {
  const joined = lines.join('\n')
  return joined.includes('\r') ? joined.replace(/\r(?!\n)/g, ' ') : joined
}

/** The lines of a paragraph, heading or table, without what marks the blocks that hold it. */
export const linesOfBlock = (text: string, { at, end }: Block): string[] =>
  text
    .slice(at, end)
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^[ \t>]+/, '').trimEnd())
