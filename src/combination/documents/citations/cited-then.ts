import { type Here, ownAndOpen } from '../../../ba/index.ts'
import { changedSources, earlierVersions, type Topic, versionOf, versionsBefore } from '../../../knowledge/index.ts'
import { citationKey, scanMarks } from '../../../text/index.ts'
import { blocksOf } from '../markdown/merge-blocks.ts'
import { readPageText } from '../markdown/page-text.ts'
import type { CitedBefore } from './versions-cited.ts'

/** Further back, nobody looks for when a citation came to a page. */
const MOST_VERSIONS = 200

/**
 * In which versions of their sources an earlier version of a page counts the lines that it cites: in those that were
 * there when each citation came to it. Brought back, it cites what it cited then.
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
  // Of two sources of one name, the page's own area's comes first.
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

/** A version of a page with what each of its blocks cites. */
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
 * When a citation came to a page: with the first of the versions that have it one after the other, or when the compiler
 * wrote it anew. One that had gone and came back in the same words came when they first did.
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
