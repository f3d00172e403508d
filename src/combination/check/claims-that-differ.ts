import { differences } from './differences.ts'

interface Told {
  id: string
  statement: string
  holds_when: string | null
  speaker_id: string
}

/** Pairs of claims of two people that say different things of the same, unless they hold at different times. */
export function claimsThatDiffer(claims: readonly Told[]): [Told, Told][] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const said = claims.map(({ id, statement }) => ({
    document: { path: id, title: '', lines: [statement], frontLines: 0, fields: new Map(), front: '', notes: [] },
    sayings: [{ words: statement, fromLine: 1, toLine: 1, kind: 'prose' as const, section: '' }],
  }))
  return differences(said).flatMap(({ one, other }): [Told, Told][] => {
    const pair = [byId.get(one.document.path), byId.get(other.document.path)] as const
    const [mine, theirs] = pair
    if (!mine || !theirs || mine.speaker_id === theirs.speaker_id || holdApart(mine, theirs)) return []
    return [[mine, theirs]]
  })
}

/** Whether both say when they hold, and not the same. */
const holdApart = (one: Told, other: Told) =>
  one.holds_when !== null && other.holds_when !== null && one.holds_when !== other.holds_when
