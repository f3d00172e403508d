import type { Block } from './blocks/block.ts'

/**
 * Joins lines into one text; a lone `\r` inside a line becomes a space, since it would end the
 * line.
 */
export function joinLines(lines: readonly string[]): string {
  const joined = lines.join('\n')
  return joined.includes('\r') ? joined.replace(/\r(?!\n)/g, ' ') : joined
}

/** The lines of a paragraph, heading or table, without the markers of the blocks around it. */
export const linesOfBlock = (text: string, { at, end }: Block): string[] =>
  text
    .slice(at, end)
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^[ \t>]+/, '').trimEnd())
