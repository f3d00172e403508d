import { type HereIAm, notYours } from '../ba/index.ts'
import { type Claim, claimNamed, speaksFor } from '../knowledge/index.ts'

/** Finds a line that the caller speaks for: their own or their group's. */
export async function myClaim(here: HereIAm, id: string, field = 'claim'): Promise<Claim> {
  const claim = await claimNamed(here, id, field)
  if (!(await speaksFor(here, claim.voice))) {
    throw notYours('Somebody else said this.', 'Ask them, or say how you see it in an answer of your own.', field)
  }
  return claim
}
