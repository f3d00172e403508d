import { isFenced, leavesByLine } from '../../../text/index.ts'
import { mergeRegions } from './merge-regions.ts'

/**
 * A block of a body: its text with LF line ends, its original bytes, and the empty lines after it.
 */
export interface Block {
  text: string
  written: string
  after: string
}

/** Splits a body at empty lines into blocks; fenced code stays whole. */
export const blocksOf = (body: string): string[] => blocksIn(body).blocks.map(({ text }) => text)

/**
 * Splits a body into blocks, each with the empty lines below it, and the empty lines above the
 * first.
 */
export function blocksIn(body: string): { above: string; blocks: Block[] } {
  const blocks: Block[] = []
  let above = ''
  let open = false
  const lines: string[] = body.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const leaves = leavesByLine(lines.map((line) => line.replace(/\n$/, '')))
  for (const [n, line] of lines.entries()) {
    const last = blocks.at(-1)
    if (line.trim() === '' && !isFenced(leaves[n])) {
      if (last) last.after += line
      else above += line
      open = false
    } else if (open && last) last.written += line
    else open = blocks.push({ text: '', written: line, after: '' }) > 0
  }
  for (const block of blocks) {
    const end = /\r?\n$/.exec(block.written)?.[0] ?? ''
    block.after = end + block.after
    block.written = block.written.slice(0, block.written.length - end.length)
    block.text = block.written.replace(/\r\n?/g, '\n')
  }
  return { above, blocks }
}

/**
 * Three-way merge by block of a newly compiled body into the page; `base` is the compiler's last
 * text. A block that a person changed, added or removed stays so; blocks that the compiler adds are
 * never lost. Unchanged blocks keep their bytes, line ends and empty lines included.
 */
export function mergeBlocks(base: string, page: string, compiled: string): string {
  const eol = /\r?\n/.exec(page)?.[0] ?? '\n'
  const here = blocksIn(page)
  const [theirs, before, ours] = [here.blocks.map(({ text }) => text), blocksOf(base), blocksOf(compiled)] as const
  let merged: (Block & { at: number | null })[] = []
  const keep = (from: number, count: number) => {
    for (let at = from; at < from + count; at++) merged.push({ ...(here.blocks[at] as Block), at })
  }
  const [there, first] = [new Set(theirs), new Map(here.blocks.toReversed().map((block) => [block.text, block]))]
  const takenOut = new Set(before.filter((text) => !there.has(text)))
  const add = (texts: readonly string[]) => {
    for (const text of texts) {
      if (takenOut.has(text)) continue
      const own = first.get(text)
      merged.push({ text, written: own?.written ?? text.replaceAll('\n', eol), after: '', at: null })
    }
  }
  for (const region of mergeRegions(theirs, before, ours)) {
    if (region.stable && region.buffer === 'a') keep(region.bufferStart, region.bufferLength)
    else if (region.stable && region.buffer === 'o') keepAsStands(region.bufferContent)
    else if (region.stable) add(region.bufferContent)
    else {
      const { aStart, aLength, aContent, oContent, bContent } = region
      const takenOver = oContent.filter((block) => !aContent.includes(block))
      const fresh = bContent.filter(
        (block) => !oContent.includes(block) && !aContent.includes(block) && !replaces(block, takenOver),
      )
      // A block that only the compiler wrote, and no longer writes, is replaced by its new blocks.
      const gone = aContent.map((block) => oContent.includes(block) && !bContent.includes(block))
      const room = gone.includes(true) ? gone.indexOf(true) : aLength
      keep(aStart, room)
      add(fresh)
      for (let n = room; n < aLength; n++) if (!gone[n]) keep(aStart + n, 1)
    }
  }
  const kept = new Set(merged.flatMap(({ text, at }) => (at === null ? [] : text)))
  // A block that the compiler moved stays where the page has it; nothing is added twice.
  merged = merged.filter(({ text, at }) => at !== null || (!kept.has(text) && kept.add(text)))
  if (merged.length === 0) return eol
  return (
    (here.blocks.length ? here.above : '') +
    merged.map((block, n) => block.written + between(block, merged[n + 1])).join('')
  )

  /** Text common to all three is taken from the page, wherever it stands there. */
  function keepAsStands(texts: readonly string[]) {
    const from = (merged.findLast(({ at }) => at !== null)?.at ?? -1) + 1
    for (const text of texts) {
      const at = theirs.indexOf(text, from)
      if (at >= 0) keep(at, 1)
      else add([text])
    }
  }

  function between(block: { at: number | null; after: string }, next: { at: number | null } | undefined): string {
    if (!next) return here.blocks.at(-1)?.after || eol
    if (block.at !== null && block.at < here.blocks.length - 1) return block.after
    return (next.at !== null && here.blocks[next.at - 1]?.after) || eol + eol
  }
}

/**
 * Whether the compiler's block rewords one that a person has taken over: the first 24 characters
 * are equal.
 */
const replaces = (block: string, before: readonly string[]) =>
  before.some((old) => old.slice(0, 24) === block.slice(0, 24) && old.length > 24)
