import { z } from 'zod'
import { id, onlyFor, orAbsent, unfit, writingAct } from '../ba/index.ts'
import { answerForLine, releaseLineOf } from '../knowledge/index.ts'
import { copyToOpenArea } from './copy-to-open-area.ts'
import { myClaim } from './my-claim.ts'

/**
 * Answers whether everybody may read the caller's line from a closed area. Nobody is notified of a
 * refusal.
 */
export const agreeToRelease = writingAct({
  name: 'agree-to-release',
  says: 'Says whether everybody may read a line that you said in a closed area; a no is told to nobody.',
  may: 'reader',
  input: z.object({ claim: id, agree: z.boolean() }),
  output: z.object({}),
  run: async (here, { claim: claimId, agree }) => {
    const { tx, space, me, now, changed } = here
    const claim = await myClaim(here, claimId)
    const line = orAbsent(await releaseLineOf(tx, space.id, claim.id), 'claim', 'line of yours to open')
    if (line.agreed_at !== null)
      throw unfit('claim', 'Everybody may read it already.', 'Take it out of the open topic if it should not be there.')
    const opened = agree ? await copyToOpenArea(here, claim, line) : null
    await answerForLine(tx, {
      space_id: space.id,
      id: line.id,
      agreed_at: opened && now,
      kept_at: opened ? null : now,
      open_claim_id: opened,
    })
    changed({ release: line.release_id }, onlyFor(me.id, claim.topic_id))
    return {}
  },
})
