import { differences } from './differences.ts'

/** A claim as it is compared with others. */
interface ComparedClaim {
  id: string
  statement: string
  holds_when: string | null
  speaker_id: string
}

/** Pairs of claims of two people that say different things of the same, unless they hold at different times. */
export function claimsThatDiffer(claims: readonly ComparedClaim[]): [ComparedClaim, ComparedClaim][] {
  const speaking = claims.map((from) => ({
    from,
    id: from.id,
    sayings: [{ words: from.statement, kind: 'prose' as const }],
  }))
  return differences(speaking).flatMap(({ one, other }): [ComparedClaim, ComparedClaim][] => {
    const [mine, theirs] = [one.from, other.from]
    if (mine.speaker_id === theirs.speaker_id || holdApart(mine, theirs)) return []
    return [[mine, theirs]]
  })
}

/** Whether both say when they hold, and not the same. */
const holdApart = (one: ComparedClaim, other: ComparedClaim) =>
  one.holds_when !== null && other.holds_when !== null && one.holds_when !== other.holds_when
