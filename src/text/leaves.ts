import { joinLines } from './block-lines.ts'
import { type Block, blocksIn } from './blocks.ts'

/**
 * For each line of a text the leaf block that it belongs to; undefined for empty lines between
 * blocks.
 */
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

/** Whether a block is fenced code. */
export const isFenced = (block: Block | undefined): block is Block & { kind: 'code' } =>
  block?.kind === 'code' && block.mark !== ''

/** Whether a line of fenced code, numbered from 1, is one of its fences. */
export const isFence = (block: Block, line: number, written: string): boolean =>
  line === block.from || (line === block.to && closes(written, block.mark))

/** Whether a line closes a fence: at least as many of the same sign, and nothing else. */
function closes(line: string, mark: string): boolean {
  const signs = line.replace(/^[ \t>]+/, '').trimEnd()
  return signs.length >= mark.length && signs === mark.charAt(0).repeat(signs.length)
}

/**
 * Whether the fenced code in these lines has a closing fence, and does not merely end with its
 * container.
 */
export const isClosed = (lines: readonly string[]): boolean => {
  const [block] = blocksIn(lines.join('\n')).filter(isFenced)
  return block !== undefined && block.to > block.from && closes(lines[block.to - 1] ?? '', block.mark)
}

/** Replaces code in a chat message, where three backticks open and close code anywhere. */
export const withoutChatCode = (words: string, instead: string): string => words.replace(/```[\s\S]*?```/g, instead)
