import { z } from 'zod'
import { clash, id, writingAct } from '../ba/index.ts'
import { withdrawClaimRow } from '../knowledge/index.ts'
import { myClaim } from './my-claim.ts'

/** The speaker takes a line out, before or after confirming it; the page is compiled again without it. */
export const withdrawClaim = writingAct({
  name: 'withdraw-claim',
  says: 'Takes out a line that you said, also after you confirmed it.',
  may: 'member',
  input: z.object({ claim: id, version: z.int() }),
  output: z.object({}),
  run: async (here, { claim: claimId, version }) => {
    const claim = await myClaim(here, claimId)
    if ((await withdrawClaimRow(here.tx, here.space.id, claim.id, version, here.now)) !== 1) throw clash('line')
    here.about({ claim: claim.id, topic: claim.topic_id })
    return {}
  },
})
