import { type HereIAm, OPEN } from '../../../ba/index.ts'
import { citationsOf, type Topic } from '../../../knowledge/index.ts'
import { bodyOf, type Citation, citationKey, entryWritten, readCitations, scanMarks } from '../../../text/index.ts'
import { type CitedNow, openCitedNow } from './cited-now.ts'

/** A citation whose lines moved or changed since it was written. */
export interface Outdated extends Citation {
  now: CitedNow
}

/** Lists the citations of a page whose lines moved or changed, each once. */
export async function outdatedOn({ tx, space }: HereIAm, topic: Topic): Promise<Outdated[]> {
  const citedNow = openCitedNow(tx, space.id)
  const found = new Map<string, Outdated>()
  const seen = new Set<number>()
  for (const row of await citationsOf(tx, space.id, topic.id, topic.area_id, OPEN)) {
    if (seen.has(row.n)) continue
    seen.add(row.n)
    const now = await citedNow(row)
    const { name, from_line, to_line } = row
    if (now.changed || now.fromLine !== from_line || now.toLine !== to_line)
      found.set(citationKey(row), { name, from_line, to_line, now })
  }
  return [...found.values()]
}

/** Rewrites the line numbers of these citations to their present place; every other byte stays. */
export function repointed(markdown: string, outdated: readonly Outdated[]): string {
  const moves = new Map(outdated.map((one) => [citationKey(one), one.now]))
  const body = bodyOf(markdown)
  let text = ''
  let done = 0
  for (const { at, entries } of scanMarks(body, { at: markdown.length - body.length }).citations) {
    const marker = /^\^\[([^[\]]+)\]/.exec(markdown.slice(at))?.[0]
    if (!marker || !entries.some((entry) => moves.has(citationKey(entry)))) continue
    text += markdown.slice(done, at) + markerOf(marker, moves)
    done = at + marker.length
  }
  return text + markdown.slice(done)
}

function markerOf(marker: string, moves: ReadonlyMap<string, CitedNow>): string {
  const hash = /#L\d/.test(marker)
  const entries = readCitations(marker.slice(2, -1)).map((entry) => {
    const now = moves.get(citationKey(entry))
    return entryWritten(now ? { name: entry.name, from_line: now.fromLine, to_line: now.toLine } : entry, hash)
  })
  return `^[${entries.join(', ')}]`
}
