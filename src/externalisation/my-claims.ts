import { z } from 'zod'
import { byPage, id, next, pageOfList, pageRows, readingAct, UPWARDS } from '../ba/index.ts'
import { claimsWaitingAfter, showClaim, shownClaim } from '../knowledge/index.ts'

/** Lists unconfirmed lines of the caller; private. */
export const myClaims = readingAct({
  name: 'my-claims',
  says: 'Lists the lines of yours, and of groups that you are in, that you have not confirmed yet; of one source or all.',
  may: 'member',
  shows: ['claim', 'source', 'topic', 'community', 'difference'],
  input: z.object({ of: id.optional(), ...byPage }),
  output: z.object({ claims: pageRows(shownClaim), next }),
  run: async (here, { of, ...asked }) => {
    const { tx, space, me } = here
    const mine = { areas: [...here.areas.keys()], source: of ?? '' }
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: ([at, id], most) => claimsWaitingAfter(tx, space.id, me.id, { ...mine, at, id, most }),
      place: ({ proposed_at, id }): [string, string] => [proposed_at, id],
      show: (claim) => showClaim(here, claim),
    })
    return { claims: page.rows, next: page.next }
  },
})
