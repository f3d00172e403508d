import { z } from 'zod'
import { readingAct } from '../ba/index.ts'
import { claimsWaitingFor, showClaims, shownClaim } from '../knowledge/index.ts'

/** Lines of mine that wait for me; nobody else sees them. */
export const myClaims = readingAct({
  name: 'my-claims',
  says: 'Lists the lines of yours, and of groups that you are in, that you have not confirmed yet.',
  may: 'member',
  input: z.object({}),
  output: z.object({ claims: z.array(shownClaim) }),
  run: async (here) => {
    const mine = await claimsWaitingFor(here.tx, here.space.id, here.me.id)
    return {
      claims: await showClaims(
        here,
        mine.filter((claim) => here.areas.has(claim.area_id)),
      ),
    }
  },
})
