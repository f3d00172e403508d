import { sourceById } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'
import { closeRequest, requestsOf } from '../../socialisation/index.ts'

/** Externalisation to socialisation: who was asked has answered, so nobody waits for them any more. */
export const answerClosesRequest: Reaction = {
  name: 'answer-closes-request',
  on: ['answer'],
  run: async ({ tx, space, now }, { question, source }) => {
    const speaker = source && (await sourceById(tx, space.id, source))?.speaker_id
    if (!question || !speaker) return
    for (const request of await requestsOf(tx, space.id, question, speaker)) {
      if (request.closed_at === null) await closeRequest(tx, space.id, request.id, 'answered', now)
    }
  },
}
