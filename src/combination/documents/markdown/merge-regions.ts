import { diff3MergeRegions, type IRegion } from 'node-diff3'

const [MOST_PAIRS, MOST_STEPS] = [200_000, 30_000_000]

/** Whether two lists of blocks can be diffed quickly, which many repeated blocks prevent. */
export function canBeDiffed(one: readonly string[], other: readonly string[]): boolean {
  const often = new Map<string, number>()
  for (const text of other) often.set(text, (often.get(text) ?? 0) + 1)
  const pairs = one.reduce((sum, text) => sum + (often.get(text) ?? 0), 0)
  return pairs <= MOST_PAIRS && one.length * other.length <= MOST_STEPS
}

/**
 * The regions of a three-way merge (diff3). Of lists that cannot be diffed quickly, what is between
 * their common beginning and end is one region that both sides changed.
 */
export function mergeRegions(mine: string[], base: string[], theirs: string[]): IRegion<string>[] {
  if (canBeDiffed(base, mine) && canBeDiffed(base, theirs)) return diff3MergeRegions(mine, base, theirs)
  const least = Math.min(mine.length, base.length, theirs.length)
  let begin = 0
  while (begin < least && base[begin] === mine[begin] && base[begin] === theirs[begin]) begin++
  let end = 0
  while (end < least - begin && base.at(-1 - end) === mine.at(-1 - end) && base.at(-1 - end) === theirs.at(-1 - end))
    end++
  const [a, o, b] = [mine, base, theirs].map((list) => list.slice(begin, list.length - end)) as [
    string[],
    string[],
    string[],
  ]
  const same = (bufferStart: number, bufferLength: number): IRegion<string>[] =>
    bufferLength === 0
      ? []
      : [
          {
            stable: true,
            buffer: 'o',
            bufferStart,
            bufferLength,
            bufferContent: base.slice(bufferStart, bufferStart + bufferLength),
          },
        ]
  return [
    ...same(0, begin),
    {
      stable: false,
      ...{ aStart: begin, aLength: a.length, aContent: a },
      ...{ oStart: begin, oLength: o.length, oContent: o },
      ...{ bStart: begin, bLength: b.length, bContent: b },
    },
    ...same(base.length - end, end),
  ]
}
