import { z } from 'zod'
import { byPage, id, next, pageOfList, pageRows, readingAct, UPWARDS } from '../ba/index.ts'
import { claimsProposedFrom, showClaim, shownClaim } from '../knowledge/index.ts'

/** Lines of mine that wait for me; nobody else sees them. */
export const myClaims = readingAct({
  name: 'my-claims',
  says: 'Lists the lines of yours that you have not confirmed yet, of one source or all; nobody else sees them.',
  may: 'member',
  input: z.object({ source: id.optional(), ...byPage }),
  output: z.object({ claims: pageRows(shownClaim), next }),
  run: async (here, { source, ...asked }) => {
    const { tx, space, me, areas } = here
    const of = { space: space.id, speaker: me.id, areas: [...areas.keys()], source }
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: ([at, id], limit) => claimsProposedFrom(tx, of, { at, id }, limit),
      place: ({ proposed_at, id }) => [proposed_at, id],
      show: (claim) => showClaim(here, claim),
    })
    return { claims: page.rows, next: page.next }
  },
})
