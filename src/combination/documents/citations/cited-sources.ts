import { type HereIAm, ownAndOpen } from '../../../ba/index.ts'
import { claimsBehind, sourcesCited } from '../../../knowledge/index.ts'
import type { Citation } from '../../../text/index.ts'

/** Why a citation does not hold for a page's readers. */
export type WhyNot = 'no-source' | 'past-the-end' | 'not-confirmed'

/**
 * Returns a function that resolves the citations of a topic's page: the source, if its readers may
 * see it, and why a citation does not hold.
 */
export async function reachFrom(
  { tx, space }: HereIAm,
  topic: { id: string; area_id: string },
  citations: readonly Citation[],
) {
  const areas = ownAndOpen(topic.area_id)
  const names = [...new Set(citations.map(({ name }) => name))].slice(0, MOST_NAMES)
  const sources = names.length ? await sourcesCited(tx, space.id, areas, names) : []
  const claims = sources.some(({ kind }) => kind !== 'file')
    ? await claimsBehind(tx, space.id, areas, topic.id, names)
    : []
  const confirmed = claims.filter((claim) => claim.confirmed_at !== null && claim.withdrawn_at === null)
  return (citation: Citation) => {
    const named = sources.filter(({ name }) => name === citation.name)
    const lines = confirmed.filter(({ source_id }) => named.some(({ id }) => id === source_id))
    // An answer or a story can be cited only once its speaker has confirmed a line of it.
    const seen = named.filter(({ id, kind }) => kind === 'file' || lines.some(({ source_id }) => source_id === id))
    const source = seen.find(({ area_id }) => area_id === topic.area_id) ?? seen[0]
    return { source, wrong: source ? wrongWith(citation, source, lines) : ('no-source' as const) }
  }
}

const MOST_NAMES = 500

function wrongWith(
  { from_line: from, to_line: to }: Citation,
  source: { id: string; kind: string; lines: number },
  claims: readonly { source_id: string; from_line: number; to_line: number }[],
): WhyNot | null {
  if (from === null || to === null) return null
  if (from < 1 || from > to || to > source.lines) return 'past-the-end'
  const said = claims.some((claim) => claim.source_id === source.id && claim.from_line <= to && from <= claim.to_line)
  return source.kind === 'file' || said ? null : 'not-confirmed'
}
