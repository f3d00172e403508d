import type { Tx } from '../../store/index.ts'
import type { Linkable } from '../compose/index.ts'
import { spokenBeside } from './passage-rows.ts'

/** The weight of a common source by how it is about the other topic. */
const WORTH: Record<string, number> = { title: 3, heading: 2, definition: 2, link: 1, phrase: 1 }
const MOST_SOURCES = 12
const MOST = 12

/** Finds topics of the same sources, ranked by their number. */
export async function nearTopics(
  tx: Tx,
  space: string,
  sources: string[],
  topics: readonly Linkable[],
): Promise<string[]> {
  if (sources.length === 0 || topics.length === 0) return []
  const rows = await spokenBeside(tx, space, sources.slice(0, MOST_SOURCES))
  return nearest(topics, rows)
}

/** Ranks topics by passages in the same sources. */
export function nearest(
  topics: readonly Linkable[],
  rows: readonly { name: string; how: string; source: string }[],
): string[] {
  const byName = Map.groupBy(rows, ({ name }) => name)
  const scored = topics.flatMap(({ title, keys }) => {
    const beside = keys.flatMap((key) => byName.get(key) ?? [])
    const best = new Map<string, number>()
    for (const { source, how } of beside) best.set(source, Math.max(best.get(source) ?? 0, WORTH[how] ?? 0))
    const worth = [...best.values()].reduce((sum, one) => sum + one, 0)
    return worth > 0 ? [{ title, worth }] : []
  })
  return scored
    .sort((a, b) => b.worth - a.worth || (a.title < b.title ? -1 : 1))
    .slice(0, MOST)
    .map(({ title }) => title)
}
