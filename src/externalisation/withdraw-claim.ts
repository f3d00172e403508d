import { z } from 'zod'
import { clash, type HereIAm, id, writingAct } from '../ba/index.ts'
import {
  claimsChanged,
  claimsOfSource,
  evidenceChanged,
  evidenceOf,
  setStanding,
  withdrawClaimRow,
} from '../knowledge/index.ts'
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
    await takeBackEmpty(here, claim.source_id)
    claimsChanged(here, [claim])
    return {}
  },
})

/** An answer or a story of which no line is left explains nothing any more. */
async function takeBackEmpty(here: HereIAm, source: string): Promise<void> {
  const { tx, space, me } = here
  const left = (await claimsOfSource(tx, space.id, source)).filter((claim) => claim.confirmed_at !== null)
  if (left.length) return
  for (const row of await evidenceOf(tx, space.id, me.id)) {
    if (row.kind !== 'explained' || row.because !== source || row.stands_at === null) continue
    await setStanding(tx, space.id, row.id, null)
    evidenceChanged(here, row)
  }
}
