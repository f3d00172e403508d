/** A result or action of the finder: */
export type Findable = {
  id: string
  words: string
  note?: string
  place?: string
  matched?: string[]
  choose: () => void
}

/** The number of results, without offered actions. */
export const foundIn = (groups: readonly { things: readonly unknown[]; offered?: boolean }[]): number =>
  groups.reduce((sum, { things, offered }) => sum + (offered ? 0 : things.length), 0)

const plain = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Filters things that contain all typed words; those that begin with them come first. */
export function fitting<F extends Pick<Findable, 'words'>>(typed: string, things: readonly F[], most: number): F[] {
  const wanted = plain(typed)
  const parts = wanted.split(/\s+/).filter(Boolean)
  const ranked = things.flatMap((thing) => {
    const words = plain(thing.words)
    if (!parts.every((part) => words.includes(part))) return []
    return [{ thing, rank: rankOf(words, wanted, parts) }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ thing }) => thing)
}

function rankOf(words: string, wanted: string, parts: string[]): number {
  if (words.startsWith(wanted)) return 0
  const begins = words.split(/[\s\-–(]+/)
  return parts.every((part) => begins.some((word) => word.startsWith(part))) ? 1 : 2
}
