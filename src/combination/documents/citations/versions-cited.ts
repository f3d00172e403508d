import { type Here, ownAndOpen } from '../../../ba/index.ts'
import { changedSources } from '../../../knowledge/index.ts'
import { type Citation, citationKey, scanMarks } from '../../../text/index.ts'
import { blocksOf } from '../markdown/merge-blocks.ts'
import { readPageText } from '../markdown/page-text.ts'

/** A citation as stored before this save. */
export interface CitedBefore extends Citation {
  source_version: number | null
}

/** The page being saved: its body, the compiler's base, and who saves it. */
interface Saved {
  body: string
  base: string
  by: string | null
  holds?: readonly Citation[]
}

/**
 * Determines the source version of each citation's line numbers. A citation that stood on the page
 * before keeps its version, so that a save never changes what it refers to. A new one, one in a
 * block that the compiler has just written, or one that somebody confirmed refers to the present
 * version.
 */
export async function versionsCited(
  { tx, space }: Pick<Here, 'tx' | 'space'>,
  area: string,
  citations: readonly Citation[],
  before: readonly CitedBefore[],
  saved: Saved,
): Promise<number[]> {
  const changed = citations.length ? await changedSources(tx, space.id, ownAndOpen(area)) : []
  if (changed.length === 0) return citations.map(() => 1)
  // Of two sources of one name, the one in the page's own area wins.
  const nearest = changed.sort((a, b) => Number(a.area_id === area) - Number(b.area_id === area))
  const now = new Map(nearest.map(({ name, version }) => [name, version ?? 1]))
  const kept = new Map<string, number>()
  for (const one of before) {
    const [key, version] = [citationKey(one), one.source_version ?? 1]
    kept.set(key, Math.min(version, kept.get(key) ?? version))
  }
  const fresh = freshlyCompiled(saved)
  const confirmed = new Set(saved.holds?.map(citationKey))
  return citations.map((citation) => {
    const key = citationKey(citation)
    const latest = now.get(citation.name) ?? 1
    const isNew = confirmed.has(key) || fresh.take(key)
    return isNew ? latest : Math.min(latest, kept.get(key) ?? latest)
  })
}

/**
 * Tells for each citation, in page order, whether it stands in a block that the compiler has just
 * written.
 */
function freshlyCompiled({ body, base, by }: Saved) {
  const own = new Set(by === null && base ? blocksOf(readPageText(base).body) : [])
  const queues = new Map<string, boolean[]>()
  for (const block of blocksOf(body)) {
    for (const entry of scanMarks(block).citations.flatMap(({ entries }) => entries)) {
      const queue = queues.get(citationKey(entry)) ?? []
      queue.push(own.has(block))
      queues.set(citationKey(entry), queue)
    }
  }
  return { take: (key: string) => queues.get(key)?.shift() ?? false }
}
