import { joinLines } from './block-lines.ts'
import { type Block, blocksIn } from './blocks.ts'

/** For each line of a text the block at the bottom that it belongs to; none for what is empty between blocks. */
export function leavesByLine(lines: readonly string[], text = joinLines(lines)): (Block | undefined)[] {
  const leaves: (Block | undefined)[] = Array(lines.length).fill(undefined)
  for (const block of blocksIn(text)) {
    if (HOLDS_OTHERS.has(block.kind)) continue
    for (let n = block.from - 1; n < Math.min(block.to, lines.length); n++)
      if (leaves[n]?.kind !== 'definition') leaves[n] = block
  }
  return leaves
}

const HOLDS_OTHERS = new Set(['blockquote', 'list', 'listItem', 'footnoteDefinition'])

/** Whether a block is code between fences. */
export const isFenced = (block: Block | undefined): block is Block & { kind: 'code' } =>
  block?.kind === 'code' && block.mark !== ''

/** Whether a line of fenced code, by its number from 1, is one of the fences. */
export const isFence = (block: Block, line: number, written: string): boolean =>
  line === block.from || (line === block.to && closes(written, block.mark))

/** Whether a line closes a fence: as many of its signs, or more, and nothing else. */
function closes(line: string, mark: string): boolean {
  const signs = line.replace(/^[ \t>]+/, '').trimEnd()
  return signs.length >= mark.length && signs === mark.charAt(0).repeat(signs.length)
}

/** Whether fenced code is closed, and does not only end with what holds it. */
export const isClosed = (lines: readonly string[]): boolean => {
  const [block] = blocksIn(lines.join('\n')).filter(isFenced)
  return block !== undefined && block.to > block.from && closes(lines[block.to - 1] ?? '', block.mark)
}

/** A chat is no Markdown: three ticks open code anywhere in it, and three close it. Without it, with what is given instead. */
export const withoutChatCode = (words: string, instead: string): string => words.replace(/```[\s\S]*?```/g, instead)
