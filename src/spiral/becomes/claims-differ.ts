import { claimsThatDiffer } from '../../combination/index.ts'
import { addDifference, claimsConfirmedIn, topicById } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'

/** So many claims of an area are compared, those confirmed last. */
const MOST = 2000

/** Externalisation to externalisation: what two people said differs, and both are told at once, before anybody else. */
export const claimsDiffer: Reaction = {
  name: 'claims-differ',
  on: ['confirm-claims', 'correct-claim', 'agree-to-release'],
  run: async (here, { topic: about }) => {
    const { tx, space, now, newId } = here
    const topic = about ? await topicById(tx, space.id, about) : undefined
    if (!topic) return
    for (const [one, other] of claimsThatDiffer(await claimsConfirmedIn(tx, space.id, topic.area_id, MOST)))
      await addDifference(tx, {
        space_id: space.id,
        id: newId(),
        area_id: topic.area_id,
        one_claim: one.id,
        other_claim: other.id,
        found_at: now,
        one_said_at: null,
        other_said_at: null,
      })
  },
}
