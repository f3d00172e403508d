import type { evidenceOn } from '../knowledge/index.ts'

type Row = Awaited<ReturnType<typeof evidenceOn>>[number]

/** What each kind of evidence says for asking somebody, and in how many days it says half of that. */
const fading: Record<string, { weight: number; halfLife: number }> = {
  did: { weight: 4, halfLife: 365 },
  explained: { weight: 3, halfLife: 365 },
  chose: { weight: 2, halfLife: 180 },
  remembers: { weight: 1, halfLife: 60 },
  /** Whoever only watched it being done. */
  watched: { weight: 1, halfLife: 60 },
}

const DAY = 86_400_000

/**
 * Groups evidence by person, in the order worth asking: each piece votes with its kind's weight, halved with each
 * half-life (voting over what people did and said: Macdonald & Ounis 2006). Of the lines that somebody remembers only
 * the one recalled last votes. The figure never leaves this function; of reasons it gives those that say most.
 */
export function worthAsking(evidence: readonly Row[], now: string): { person: string; name: string; reasons: Row[] }[] {
  const people = Map.groupBy(evidence, ({ person_id }) => person_id)
  return [...people]
    .map(([person, rows]) => {
      const reasons = rows.toSorted((a, b) => vote(b, now) - vote(a, now) || (a.id < b.id ? -1 : 1))
      return { person, name: reasons[0]?.name ?? '', reasons: reasons.slice(0, MOST), votes: votesOf(reasons, now) }
    })
    .sort((a, b) => b.votes - a.votes || (a.name < b.name ? -1 : 1))
    .map(({ votes, ...one }) => one)
}

/** So many reasons are given for one person. */
const MOST = 20

function votesOf(reasons: readonly Row[], now: string): number {
  const lastRecalled = reasons.find(({ kind }) => kind === 'remembers')
  const voting = reasons.filter((row) => row.kind !== 'remembers' || row === lastRecalled)
  return voting.reduce((votes, row) => votes + vote(row, now), 0)
}

function vote(row: Row, now: string): number {
  const { weight, halfLife } = fading[row.help === 'watched' ? 'watched' : row.kind] ?? { weight: 0, halfLife: 1 }
  return weight * 0.5 ** (Math.max(0, Date.parse(now) - Date.parse(row.at)) / DAY / halfLife)
}
