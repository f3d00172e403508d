import { type Here, ownAndOpen } from '../../../ba/index.ts'
import { changedSources, earlierVersions, type Topic, versionOf, versionsBefore } from '../../../knowledge/index.ts'
import { citationKey, scanMarks } from '../../../text/index.ts'
import { blocksOf } from '../markdown/merge-blocks.ts'
import { readPageText } from '../markdown/page-text.ts'
import type { CitedBefore } from './versions-cited.ts'

/** The number of page versions that are searched for the first use of a citation. */
const MOST_VERSIONS = 200

/**
 * Returns, for an earlier version of a page, the source versions that its citations referred to:
 * those current when each citation was first written. A restored page then cites what it cited
 * before.
 */
export async function citedThen(
  { tx, space }: Pick<Here, 'tx' | 'space'>,
  topic: Pick<Topic, 'id' | 'area_id'>,
  version: number,
): Promise<CitedBefore[]> {
  const changed = await changedSources(tx, space.id, ownAndOpen(topic.area_id))
  const row = changed.length ? await versionOf(tx, space.id, topic.id, version) : undefined
  if (!row) return []
  const rows = [row, ...(await versionsBefore(tx, space.id, topic.id, version, MOST_VERSIONS))].map(readVersion)
  // Of two sources of one name, the one in the page's own area wins.
  const nearest = changed.sort((a, b) => Number(a.area_id === topic.area_id) - Number(b.area_id === topic.area_id))
  const sources = new Map(nearest.map((source) => [source.name, source]))
  const cited: CitedBefore[] = []
  for (const [key, { entry }] of rows[0]?.cited ?? []) {
    const source = sources.get(entry.name)
    if (!source) continue
    const came = cameWith(rows, key)
    const there = (await earlierVersions(tx, space.id, source.id)).filter(({ at }) => at <= came)
    const source_version = source.at <= came ? (source.version ?? 1) : Math.max(1, ...there.map((one) => one.version))
    cited.push({ ...entry, source_version })
  }
  return cited
}

type Read = ReturnType<typeof readVersion>

/** Parses a page version into its citations, each with the blocks that cite it. */
function readVersion({ markdown, made_at, by }: { markdown: string; made_at: string; by: string | null }) {
  const cited = new Map<string, { entry: Omit<CitedBefore, 'source_version'>; blocks: Set<string> }>()
  for (const block of blocksOf(readPageText(markdown).body)) {
    for (const entry of scanMarks(block).citations.flatMap(({ entries }) => entries)) {
      const there = cited.get(citationKey(entry)) ?? { entry, blocks: new Set() }
      cited.set(citationKey(entry), { entry, blocks: there.blocks.add(block) })
    }
  }
  return { cited, made_at, by }
}

/**
 * Finds when a citation was added: with the first of the consecutive versions that have it, or when
 * the compiler wrote its block anew. A citation that was removed and restored in the same words
 * keeps its first date.
 */
function cameWith(rows: readonly Read[], key: string): string {
  let came = ''
  let words = new Set<string>()
  let gone = false
  for (const [n, { cited, made_at, by }] of rows.entries()) {
    const here = cited.get(key)
    if (!here || (gone && here.blocks.isDisjointFrom(words))) {
      gone = true
      continue
    }
    came = made_at
    gone = false
    words = words.union(here.blocks)
    const before = rows[n + 1]?.cited.get(key)
    if (by === null && before && here.blocks.isDisjointFrom(before.blocks)) break
  }
  return came
}
