import type { Here } from '../../ba/index.ts'
import { type Claim, claimById } from '../../knowledge/index.ts'

/** Those of some claims that their speakers have confirmed, taken out since or not. */
export async function confirmedAmong({ tx, space }: Here, ids: readonly string[]): Promise<Claim[]> {
  const confirmed: Claim[] = []
  for (const id of ids) {
    const claim = await claimById(tx, space.id, id)
    if (claim && claim.confirmed_at !== null) confirmed.push(claim)
  }
  return confirmed
}
