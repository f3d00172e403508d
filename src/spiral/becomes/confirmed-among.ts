import type { Here } from '../../ba/index.ts'
import { type Claim, claimById } from '../../knowledge/index.ts'

/**
 * The claims among these that have ever been confirmed, including those withdrawn since or awaiting
 * a group's assent again.
 */
export async function confirmedAmong({ tx, space }: Here, ids: readonly string[]): Promise<Claim[]> {
  const confirmed: Claim[] = []
  for (const id of ids) {
    const claim = await claimById(tx, space.id, id)
    if (claim && (claim.confirmed_at ?? claim.told_conversion) !== null) confirmed.push(claim)
  }
  return confirmed
}
