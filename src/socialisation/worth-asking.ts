import type { evidenceOn } from '../knowledge/index.ts'

type Row = Awaited<ReturnType<typeof evidenceOn>>[number]

/** What each kind of evidence says for asking somebody, and in how many days it says half of that. */
const fading: Record<string, { weight: number; halfLife: number }> = {
  did: { weight: 4, halfLife: 365 },
  explained: { weight: 3, halfLife: 365 },
  chose: { weight: 2, halfLife: 180 },
  remembers: { weight: 1, halfLife: 60 },
}

const DAY = 86_400_000

/**
 * Groups evidence by person, in the order worth asking: each piece votes with its kind's weight, halved with each
 * half-life (voting over what people did and said: Macdonald & Ounis 2006). The figure never leaves this function.
 */
export function worthAsking(evidence: readonly Row[], now: string): { person: string; name: string; reasons: Row[] }[] {
  const people = new Map<string, { name: string; reasons: Row[]; votes: number }>()
  for (const row of evidence) {
    const one = people.get(row.person_id) ?? { name: row.name, reasons: [], votes: 0 }
    one.reasons.push(row)
    one.votes += vote(row, now)
    people.set(row.person_id, one)
  }
  for (const one of people.values()) one.reasons.sort((a, b) => vote(b, now) - vote(a, now))
  return [...people]
    .sort(([, a], [, b]) => b.votes - a.votes || (a.name < b.name ? -1 : 1))
    .map(([person, { name, reasons }]) => ({ person, name, reasons }))
}

function vote(row: Row, now: string): number {
  const { weight, halfLife } = fading[row.kind] ?? { weight: 0, halfLife: 1 }
  return weight * 0.5 ** (Math.max(0, Date.parse(now) - Date.parse(row.at)) / DAY / halfLife)
}
