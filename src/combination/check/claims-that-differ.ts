import { differences } from './differences.ts'

/** A claim to be compared with others. */
interface ComparedClaim {
  id: string
  statement: string
  holds_when: string | null
  /** A key of its voice. */
  by: string
}

/**
 * Finds pairs of claims by different voices that contradict each other, unless they hold at
 * different times.
 */
export function claimsThatDiffer<C extends ComparedClaim>(claims: readonly C[]): [C, C][] {
  const speaking = claims.map((from) => ({
    from,
    id: from.id,
    sayings: [{ words: from.statement, kind: 'prose' as const }],
  }))
  return differences(speaking).flatMap(({ one, other }): [C, C][] => {
    const [mine, theirs] = [one.from, other.from]
    if (mine.by === theirs.by || holdApart(mine, theirs)) return []
    return [[mine, theirs]]
  })
}

/** Whether both have conditions, and different ones. */
const holdApart = (one: ComparedClaim, other: ComparedClaim) =>
  one.holds_when !== null && other.holds_when !== null && one.holds_when !== other.holds_when
