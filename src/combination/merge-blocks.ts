import { diff3Merge } from 'node-diff3'

/**
 * Splits a body into blocks: what stands between empty lines, a fenced block whole. Joined with an empty line between,
 * they give the body again.
 */
export function blocksOf(body: string): string[] {
  const blocks: string[] = []
  let open: string[] = []
  let fence: string | null = null
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark && fence === null) fence = mark
    else if (mark && fence !== null && mark.startsWith(fence)) fence = null
    if (line.trim() === '' && fence === null) {
      if (open.length) blocks.push(open.join('\n'))
      open = []
    } else open.push(line)
  }
  if (open.length) blocks.push(open.join('\n'))
  return blocks
}

/**
 * Merges a newly compiled body into the page by blocks, three ways: `base` is what the compiler wrote last, `page` what
 * stands now. A block that a person changed, added or took out stays so; what the compiler adds is never lost.
 */
export function mergeBlocks(base: string, page: string, compiled: string): string {
  const [baseBlocks, pageBlocks, compiledBlocks] = [base, page, compiled].map(blocksOf) as [
    string[],
    string[],
    string[],
  ]
  const merged: string[] = []
  for (const region of diff3Merge(pageBlocks, baseBlocks, compiledBlocks, { excludeFalseConflicts: true })) {
    if (region.ok) merged.push(...region.ok)
    else if (region.conflict) {
      const { a: theirs, o: before, b: ours } = region.conflict
      const fresh = ours.filter(
        (block) => !before.includes(block) && !theirs.includes(block) && !replaces(block, before),
      )
      merged.push(...theirs, ...fresh)
    }
  }
  return `${merged.join('\n\n')}\n`
}

/** Whether the compiler's block is a new wording of one that a person has taken over: it starts with the same words. */
const replaces = (block: string, before: readonly string[]) =>
  before.some((old) => old.slice(0, 24) === block.slice(0, 24) && old.length > 24)
