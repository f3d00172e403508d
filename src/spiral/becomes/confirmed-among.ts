import type { Here } from '../../ba/index.ts'
import { type Claim, claimById } from '../../knowledge/index.ts'

/** Those of some claims that have stood, whether or not they do now: taken out since, or waiting for a group again. */
export async function confirmedAmong({ tx, space }: Here, ids: readonly string[]): Promise<Claim[]> {
  const confirmed: Claim[] = []
  for (const id of ids) {
    const claim = await claimById(tx, space.id, id)
    if (claim && (claim.confirmed_at ?? claim.told_conversion) !== null) confirmed.push(claim)
  }
  return confirmed
}
