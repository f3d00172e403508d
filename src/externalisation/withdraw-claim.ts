import { z } from 'zod'
import { clash, type HereIAm, id, writingAct } from '../ba/index.ts'
import {
  type Claim,
  claimById,
  claimsChanged,
  claimsOfSource,
  evidenceChanged,
  evidenceOf,
  setStanding,
  withdrawClaimRow,
  wroteForGroup,
} from '../knowledge/index.ts'
import { myClaim } from './my-claim.ts'

/** The speaker takes a line out, before or after confirming it; of a group's, any of them. The page is compiled again. */
export const withdrawClaim = writingAct({
  name: 'withdraw-claim',
  says: 'Takes out a line that you said, also after you confirmed it.',
  may: 'member',
  input: z.object({ claim: id, version: z.int() }),
  output: z.object({}),
  run: async (here, { claim: claimId, version }) => {
    const claim = await claimToTakeOut(here, claimId)
    if ((await withdrawClaimRow(here.tx, here.space.id, claim.id, version, here.now)) !== 1) throw clash('line')
    await takeBackEmpty(here, claim.source_id)
    await claimsChanged(here, [claim])
    return {}
  },
})

/**
 * A line of mine; of a group's, anybody's in it, and whoever wrote it, though they may have left: taking out what one
 * wrote is theirs for good. The entry names nobody then, or it would tell who wrote.
 */
async function claimToTakeOut(here: HereIAm, id: string): Promise<Claim> {
  const found = await claimById(here.tx, here.space.id, id)
  if (!found || !('group' in found.voice)) return myClaim(here, id)
  here.unsigned()
  const wrote = await wroteForGroup(here.tx, here.space.id, found.source_id, here.me.id)
  const there = here.areas.has(found.area_id) && found.withdrawn_at === null
  return wrote && there ? found : myClaim(here, id)
}

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
