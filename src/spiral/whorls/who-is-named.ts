import type { HereIAm } from '../../ba/index.ts'
import { evidenceStanding, toldOf } from '../../knowledge/index.ts'
import type { Converted, partsOf } from '../../ledger/index.ts'

type Part = Awaited<ReturnType<typeof partsOf>>[number]

/** The kind of evidence that each mode gives its actor. */
const shows: Record<string, { kind: string; how: string }> = {
  socialisation: { kind: 'explained', how: 'showed' },
  internalisation: { kind: 'did', how: 'did' },
}

/**
 * Decides which conversions of a topic name their people to the caller: those the caller took part
 * in, those of pages, those of claims that still stand, and those whose evidence its person lets
 * stand.
 */
export async function whoIsNamed(
  { tx, space, me }: HereIAm,
  topics: string[],
  conversions: readonly Converted[],
  parts: readonly Part[],
): Promise<(one: Converted) => boolean> {
  const ids = conversions.map(({ id }) => id)
  const told = await toldOf(tx, space.id, ids)
  const ats = conversions.filter(({ mode }) => shows[mode]).map(({ at }) => at)
  const stands = await evidenceStanding(tx, space.id, topics, ats)
  const standing = new Set(stands.map(({ person_id, kind, at }) => `${person_id} ${kind} ${at}`))
  const partsOfOne = Map.groupBy(parts, (part) => part.conversion_id)
  return (one) => {
    const own = partsOfOne.get(one.id) ?? []
    if (own.some(({ person_id }) => person_id === me.id) || one.mode === 'combination') return true
    const evidence = shows[one.mode]
    if (!evidence) return told.has(one.id)
    return own.some((part) => part.how === evidence.how && standing.has(`${part.person_id} ${evidence.kind} ${one.at}`))
  }
}
