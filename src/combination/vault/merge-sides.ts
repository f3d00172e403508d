import { diff3MergeRegions, LCS } from 'node-diff3'
import { bodyOf, splitFront } from '../../text/index.ts'
import { type Block, blocksIn } from '../documents/index.ts'
import { mergeFront } from './merge-front.ts'
import { bothVersions, isMark, otherFields } from './two-versions.ts'

/**
 * Merges a page as it stands in a folder with the same page as it stands in a space, against what was last in step
 * (`null`: not known). What one side alone changed is taken; where both changed the same block, both stand in the text.
 * Merged with either side again it stays as it is, so that a merge that was cut off can be done again.
 */
export function mergeSides(was: string | null, folder: string, space: string): string {
  if (folder === space || space === was) return folder
  if (folder === was) return space
  const [ours, theirs] = [splitFront(folder), splitFront(space)]
  const before = was === null ? null : splitFront(was)
  const isYaml = ours.form === 'yaml' && theirs.form === 'yaml'
  const front = mergeFront(before?.front ?? null, ours.front, theirs.front, isYaml)
  const body = mergeBodies(before?.body ?? null, ours.body, theirs.body, front.left ? otherFields(front.left) : [])
  const side = front.text === theirs.front && front.text !== ours.front ? theirs : ours
  const fence = side.close ? side : ours.close ? ours : theirs
  if (front.text || (ours.close && !ours.front)) return fence.open + front.text + fence.close + body
  return (ours.open.startsWith('\uFEFF') ? '\uFEFF' : '') + body
}

/** Whether one text may have become the other: they have a block in common, or half of the words of the shorter. */
export function speakAlike(one: string, other: string): boolean {
  const [ours, theirs] = [bodyOf(one), bodyOf(other)]
  const blocks = new Set(blocksIn(ours).blocks.map(({ text }) => text))
  if (blocksIn(theirs).blocks.some(({ text }) => !/^#{1,6}\s/.test(text) && blocks.has(text))) return true
  const [mine, yours] = [wordsOf(ours), wordsOf(theirs)]
  const shared = [...mine].filter((word) => yours.has(word)).length
  return shared * 2 >= Math.min(mine.size, yours.size)
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))

type Sided = ReturnType<typeof blocksIn>

/** A block of the merged body: its words, how it is written where a side has it so, and what stands below it. */
type Put = Pick<Block, 'text'> & Partial<Block>

function mergeBodies(was: string | null, folder: string, space: string, first: readonly string[]): string {
  const [ours, theirs] = [blocksIn(folder), blocksIn(space)]
  const texts = [ours, theirs].map(({ blocks }) => blocks.map(({ text }) => text)) as [string[], string[]]
  const before = was === null ? common(...texts) : blocksIn(was).blocks.map(({ text }) => text)
  const merged = mergeTexts(before, ...texts)
  const whole = [...first.filter((text) => !merged.includes(text)), ...merged]
  // A side that has come to this already keeps its bytes.
  if (same(whole, texts[1]) && eolOf(folder) === eolOf(space)) return space
  return same(whole, texts[0]) ? folder : written(whole, ours, theirs, eolOf(folder || space))
}

const eolOf = (text: string) => /\r?\n/.exec(text)?.[0] ?? '\n'

/** What two texts have in common, in order: the best that can be said of what they came from. */
const common = (one: string[], other: string[]): string[] => {
  const found: string[] = []
  if (!canBeLaidBeside(one, other)) return found
  let last = LCS(one, other)
  for (; last?.chain; last = last.chain) found.unshift(one[last.buffer1index] ?? '')
  return found
}

const [MOST_PAIRS, MOST_STEPS] = [200_000, 30_000_000]

/** Whether two texts are laid beside each other in a moment: not where many blocks are the same many times over. */
function canBeLaidBeside(one: readonly string[], other: readonly string[]): boolean {
  const often = counted(other)
  const pairs = one.reduce((sum, text) => sum + (often.get(text) ?? 0), 0)
  return pairs <= MOST_PAIRS && one.length * other.length <= MOST_STEPS
}

function mergeTexts(was: readonly string[], folder: readonly string[], space: readonly string[]): string[] {
  // One side that has all that is new on the other is the later of the two, or was merged with it already.
  if (hasAllNew(space, folder, was)) return without(space, was, folder)
  if (hasAllNew(folder, space, was)) return without(folder, was, space)
  if (!canBeLaidBeside(was, folder) || !canBeLaidBeside(was, space)) return settled(was, folder, space)
  const merged: string[] = []
  for (const region of diff3MergeRegions([...folder], [...was], [...space])) {
    if (region.stable) merged.push(...region.bufferContent)
    else merged.push(...settled(region.oContent, region.aContent, region.bContent))
  }
  return noneTwice(merged, folder, space)
}

/** What was moved on one side may be met in two places: nothing stands more often than on the side that has it most. */
function noneTwice(merged: readonly string[], folder: readonly string[], space: readonly string[]): string[] {
  const [ours, theirs, put] = [counted(folder), counted(space), new Map<string, number>()]
  return merged.filter((text) => {
    const n = (put.get(text) ?? 0) + 1
    put.set(text, n)
    return isMark(text) || n <= Math.max(ours.get(text) ?? 0, theirs.get(text) ?? 0)
  })
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** What stands where both sides changed something. */
function settled(was: readonly string[], folder: readonly string[], space: readonly string[]): string[] {
  if (same(folder, space)) return [...folder]
  // What one side took out and the other left as it was, goes.
  const [ours, theirs] = [without(folder, was, space), without(space, was, folder)]
  if (hasAllNew(space, folder, was)) return theirs
  if (hasAllNew(folder, space, was)) return ours
  if (was.length > 0 && was.length === folder.length && was.length === space.length)
    return stayed(was.flatMap((old, n) => oneSettled(old, folder[n] ?? '', space[n] ?? '')))
  // A side that only added has changed no block of the other's.
  if ([new Set(folder), new Set(space)].some((side) => was.every((text) => side.has(text)))) {
    const mine = new Set(ours)
    return [...ours, ...theirs.filter((text) => !mine.has(text))]
  }
  return bothVersions(ours, theirs)

  function stayed(texts: string[]): string[] {
    const [before, here, there] = [new Set(was), new Set(folder), new Set(space)]
    return texts.filter((text) => !before.has(text) || (here.has(text) && there.has(text)))
  }
}

function without(side: readonly string[], was: readonly string[], other: readonly string[]): string[] {
  const [before, there] = [new Set(was), new Set(other)]
  return side.filter((text) => there.has(text) || !before.has(text))
}

function oneSettled(was: string, folder: string, space: string): string[] {
  if (folder === space || space === was) return [folder]
  return folder === was ? [space] : bothVersions([folder], [space])
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text, n) => text === other[n])

function hasAllNew(one: readonly string[], other: readonly string[], was: readonly string[]): boolean {
  const known = new Set([...was, ...one])
  return other.every((text) => known.has(text))
}

/** Puts blocks together: each as the folder has it, else as the space has it with the folder's line ends. */
function written(texts: readonly string[], ours: Sided, theirs: Sided, eol: string): string {
  const left = { ours: byText(ours.blocks), theirs: byText(theirs.blocks) }
  const taken = texts.map((text): Put => take(left.ours, text) ?? plain(take(left.theirs, text)) ?? { text })
  const body = taken.map(({ text, written: own, after }, n) => {
    const gap = n < taken.length - 1 ? eol + eol : eol
    const isGap = after !== undefined && (n === taken.length - 1 || /\n[ \t]*\r?\n/.test(after))
    return (own ?? text.replaceAll('\n', eol)) + (isGap ? after : gap)
  })
  return (ours.above || theirs.above) + body.join('')

  function plain(block: Block | undefined): Put | undefined {
    const inFolders = (words: string) => words.replace(/\r?\n/g, eol)
    return block && { text: block.text, written: inFolders(block.written), after: inFolders(block.after) }
  }
}

/** Blocks by their words, the last of those with the same ones first. */
const byText = (blocks: readonly Block[]) => Map.groupBy(blocks.toReversed(), ({ text }) => text)

/** Takes the first block with these words. */
const take = (blocks: Map<string, Block[]>, text: string): Block | undefined => blocks.get(text)?.pop()
