import { diff3MergeRegions, LCS } from 'node-diff3'
import { bodyOf, splitFront } from '../../text/index.ts'
import { type Block, blocksIn, canBeDiffed } from '../documents/index.ts'
import { mergeFront } from './merge-front.ts'
import { bothVersions, isMark, otherFields } from './two-versions.ts'

/**
 * Three-way merge of a page in a folder and in a space against the text last in step (`null` if
 * unknown). A change on one side is taken; if both changed a block, both versions stay. Merging the
 * result with either side again changes nothing, so an interrupted sync can be repeated.
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

/**
 * Whether two texts may be versions of one page: they share a block, or half of the shorter one's
 * words.
 */
export function areSimilar(one: string, other: string): boolean {
  const [ours, theirs] = [bodyOf(one), bodyOf(other)]
  const blocks = new Set(blocksIn(ours).blocks.map(({ text }) => text))
  if (blocksIn(theirs).blocks.some(({ text }) => !/^#{1,6}\s/.test(text) && blocks.has(text))) return true
  const [mine, yours] = [wordsOf(ours), wordsOf(theirs)]
  const shared = [...mine].filter((word) => yours.has(word)).length
  return shared * 2 >= Math.min(mine.size, yours.size)
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))

type Sided = ReturnType<typeof blocksIn>

/** A block of the merged body, with its original bytes if a side has them. */
type Put = Pick<Block, 'text'> & Partial<Block>

function mergeBodies(was: string | null, folder: string, space: string, first: readonly string[]): string {
  const [ours, theirs] = [blocksIn(folder), blocksIn(space)]
  const texts = [ours, theirs].map(({ blocks }) => blocks.map(({ text }) => text)) as [string[], string[]]
  const before = was === null ? common(...texts) : blocksIn(was).blocks.map(({ text }) => text)
  const merged = mergeTexts(before, ...texts)
  const whole = [...first.filter((text) => !merged.includes(text)), ...merged]
  // A side that equals the result keeps its bytes.
  if (same(whole, texts[1]) && eolOf(folder) === eolOf(space)) return space
  return same(whole, texts[0]) ? folder : written(whole, ours, theirs, eolOf(folder || space))
}

const eolOf = (text: string) => /\r?\n/.exec(text)?.[0] ?? '\n'

/** The longest common subsequence of two texts, which serves as their base. */
const common = (one: string[], other: string[]): string[] => {
  const found: string[] = []
  if (!canBeDiffed(one, other)) return found
  let last = LCS(one, other)
  for (; last?.chain; last = last.chain) found.unshift(one[last.buffer1index] ?? '')
  return found
}

function mergeTexts(was: readonly string[], folder: readonly string[], space: readonly string[]): string[] {
  // A side with all new blocks of the other is the later one, or was merged already.
  if (hasAllNew(space, folder, was)) return without(space, was, folder)
  if (hasAllNew(folder, space, was)) return without(folder, was, space)
  if (!canBeDiffed(was, folder) || !canBeDiffed(was, space)) return resolveRegion(was, folder, space)
  const merged: string[] = []
  for (const region of diff3MergeRegions([...folder], [...was], [...space])) {
    if (region.stable) merged.push(...region.bufferContent)
    else merged.push(...resolveRegion(region.oContent, region.aContent, region.bContent))
  }
  return limitCopies(merged, folder, space)
}

/**
 * A block moved on one side may appear twice; each is limited to its larger count on either side.
 */
function limitCopies(merged: readonly string[], folder: readonly string[], space: readonly string[]): string[] {
  const [ours, theirs, put] = [countsOf(folder), countsOf(space), new Map<string, number>()]
  return merged.filter((text) => {
    const n = (put.get(text) ?? 0) + 1
    put.set(text, n)
    return isMark(text) || n <= Math.max(ours.get(text) ?? 0, theirs.get(text) ?? 0)
  })
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** Resolves a region that both sides changed. */
function resolveRegion(was: readonly string[], folder: readonly string[], space: readonly string[]): string[] {
  if (same(folder, space)) return [...folder]
  // A block that one side removed and the other left unchanged is removed.
  const [ours, theirs] = [without(folder, was, space), without(space, was, folder)]
  if (hasAllNew(space, folder, was)) return theirs
  if (hasAllNew(folder, space, was)) return ours
  if (was.length > 0 && was.length === folder.length && was.length === space.length)
    return stayed(was.flatMap((old, n) => resolveBlock(old, folder[n] ?? '', space[n] ?? '')))
  // If a side only added blocks, both sides' blocks fit together.
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

function resolveBlock(was: string, folder: string, space: string): string[] {
  if (folder === space || space === was) return [folder]
  return folder === was ? [space] : bothVersions([folder], [space])
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text, n) => text === other[n])

function hasAllNew(one: readonly string[], other: readonly string[], was: readonly string[]): boolean {
  const known = new Set([...was, ...one])
  return other.every((text) => known.has(text))
}

/** Writes the blocks: each as in the folder, else as in the space with the folder's line ends. */
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

/** Blocks by text, equal ones in reverse order, so that `pop` takes the first. */
const byText = (blocks: readonly Block[]) => Map.groupBy(blocks.toReversed(), ({ text }) => text)

/** Takes the first remaining block with this text. */
const take = (blocks: Map<string, Block[]>, text: string): Block | undefined => blocks.get(text)?.pop()
