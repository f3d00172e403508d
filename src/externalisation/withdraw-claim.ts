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

/** Withdraws a line, confirmed or not; a group's by any member. The page is compiled again. */
export const withdrawClaim = writingAct({
  name: 'withdraw-claim',
  says: 'Takes out a line that you said, also after you confirmed it.',
  may: 'member',
  input: z.object({ claim: id, version: z.int() }),
  output: z.object({}),
  run: async (here, { claim: claimId, version }) => {
    const claim = await claimToWithdraw(here, claimId)
    if ((await withdrawClaimRow(here.tx, here.space.id, claim.id, version, here.now)) !== 1) throw clash('line')
    await takeBackEmpty(here, claim.source_id)
    await claimsChanged(here, [claim])
    return {}
  },
})

/**
 * Finds a line that the caller may withdraw: their own, their group's, or one they wrote for a
 * group that they have left. The journal entry then names nobody, since it would reveal the writer.
 */
async function claimToWithdraw(here: HereIAm, id: string): Promise<Claim> {
  const found = await claimById(here.tx, here.space.id, id)
  if (!found || !('group' in found.voice)) return myClaim(here, id)
  here.unsigned()
  const wrote = await wroteForGroup(here.tx, here.space.id, found.source_id, here.me.id)
  const there = here.areas.has(found.area_id) && found.withdrawn_at === null
  return wrote && there ? found : myClaim(here, id)
}

/** Takes back the evidence of an answer or story without any confirmed line left. */
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
