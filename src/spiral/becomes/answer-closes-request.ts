import { onlyFor } from '../../ba/index.ts'
import { answersAmong } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'
import { closeRequest, requestsOf } from '../../socialisation/index.ts'

/** Externalisation to socialisation: an answer closes the request for it. */
export const answerClosesRequest: Reaction = {
  name: 'answer-closes-request',
  on: ['source'],
  run: async ({ tx, space, now, changed }, { source = [] }) => {
    for (const { question_id: question, speaker_id: speaker } of await answersAmong(tx, space.id, source)) {
      if (!question || !speaker) continue
      for (const request of await requestsOf(tx, space.id, question, speaker)) {
        if (request.closed_at !== null) continue
        await closeRequest(tx, space.id, request.id, 'answered', now)
        changed({ request: request.id }, onlyFor(speaker))
      }
    }
  },
}
