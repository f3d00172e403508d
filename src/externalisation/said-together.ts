import { clash, communityPeople, type HereIAm } from '../ba/index.ts'
import { addAssent, assentsTo, type Claim } from '../knowledge/index.ts'

/**
 * Records the caller's assent to a version of a group's line; returns whether a majority of the
 * present group agrees. Assents are counted and shown to nobody.
 */
export async function saidTogether(here: HereIAm, group: string, claim: Claim, version: number): Promise<boolean> {
  const { tx, space, me, now } = here
  if (claim.version !== version) throw clash('line')
  await addAssent(tx, { space_id: space.id, claim_id: claim.id, version, person_id: me.id, at: now })
  const people = await communityPeople(tx, space.id, group)
  const yes = new Set(await assentsTo(tx, space.id, claim.id, version))
  return people.filter(({ id }) => yes.has(id)).length * 2 > people.length
}
