import { z } from 'zod'
import { byPage, id, next, pageOfList, pageRows, readingAct, rowsAfter, UPWARDS } from '../ba/index.ts'
import { claimsWaitingFor, showClaim, shownClaim } from '../knowledge/index.ts'

/** Lists unconfirmed lines of the caller; private. */
export const myClaims = readingAct({
  name: 'my-claims',
  says: 'Lists the lines of yours, and of groups that you are in, that you have not confirmed yet; of one source or all.',
  may: 'member',
  shows: ['claim', 'source', 'topic', 'community', 'difference'],
  input: z.object({ of: id.optional(), ...byPage }),
  output: z.object({ claims: pageRows(shownClaim), next }),
  run: async (here, { of, ...asked }) => {
    const mine = (await claimsWaitingFor(here.tx, here.space.id, here.me.id)).filter(
      ({ area_id, source_id }) => here.areas.has(area_id) && (of === undefined || source_id === of),
    )
    const place = ({ proposed_at, id }: (typeof mine)[number]): [string, string] => [proposed_at, id]
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: rowsAfter(mine, place),
      place,
      show: (claim) => showClaim(here, claim),
    })
    return { claims: page.rows, next: page.next }
  },
})
