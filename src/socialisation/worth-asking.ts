import type { evidenceOn } from '../knowledge/index.ts'

type EvidenceRow = Awaited<ReturnType<typeof evidenceOn>>[number]

/** The weight of each kind of evidence, and its half-life in days. */
const fading: Record<string, { weight: number; halfLife: number }> = {
  did: { weight: 4, halfLife: 365 },
  explained: { weight: 3, halfLife: 365 },
  chose: { weight: 2, halfLife: 180 },
  remembers: { weight: 1, halfLife: 60 },
  /** Somebody who only watched a doing. */
  watched: { weight: 1, halfLife: 60 },
}

const DAY = 86_400_000

/**
 * Groups evidence by person, most worth asking first: each piece votes with its kind's weight,
 * halved with each half-life (voting over what people did and said: Macdonald & Ounis 2006). Of a
 * person's recalled lines only the latest votes. The score never leaves this function; the reasons
 * returned are the strongest.
 */
export function worthAsking(
  evidence: readonly EvidenceRow[],
  now: string,
): { person: string; name: string; reasons: EvidenceRow[] }[] {
  const people = Map.groupBy(evidence, ({ person_id }) => person_id)
  return [...people]
    .map(([person, rows]) => {
      const reasons = rows.toSorted((a, b) => vote(b, now) - vote(a, now) || (a.id < b.id ? -1 : 1))
      return { person, name: reasons[0]?.name ?? '', reasons: reasons.slice(0, MOST), votes: votesOf(reasons, now) }
    })
    .sort((a, b) => b.votes - a.votes || (a.name < b.name ? -1 : 1))
    .map(({ votes, ...one }) => one)
}

/** The most reasons given for one person. */
const MOST = 20

function votesOf(reasons: readonly EvidenceRow[], now: string): number {
  const lastRecalled = reasons.find(({ kind }) => kind === 'remembers')
  const voting = reasons.filter((row) => row.kind !== 'remembers' || row === lastRecalled)
  return voting.reduce((votes, row) => votes + vote(row, now), 0)
}

function vote(row: EvidenceRow, now: string): number {
  const { weight, halfLife } = fading[row.help === 'watched' ? 'watched' : row.kind] ?? { weight: 0, halfLife: 1 }
  return weight * 0.5 ** (Math.max(0, Date.parse(now) - Date.parse(row.at)) / DAY / halfLife)
}
