import type { Tx } from '../../store/index.ts'
import type { Linkable } from '../compose/index.ts'
import { spokenBeside } from './passage-rows.ts'

/** How much it says that a document which speaks of one topic speaks of another, too. */
const WORTH: Record<string, number> = { title: 3, heading: 2, definition: 2, link: 1, phrase: 1 }
const MOST_SOURCES = 12
const MOST = 12

/** The topics of which the same sources speak, those in most of them first. */
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

/** Of topics, those that are spoken of in the same sources. */
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
