import { z } from 'zod'
import { id, orAbsent, unfit, writingAct } from '../ba/index.ts'
import { questionById } from '../knowledge/index.ts'
import { myRequest } from './request.ts'
import { closeRequest } from './request-rows.ts'
import { addShowing, showingsOf } from './showing-rows.ts'

/** "Show him": ten minutes together instead of lines, or beside them. */
export const offerShowing = writingAct({
  name: 'offer-showing',
  says: 'Offers to show the asker, instead of writing or besides.',
  may: 'member',
  input: z.object({ request: id }),
  output: z.object({ showing: z.string() }),
  run: async (here, { request: requestId }) => {
    const { tx, space, me, now, newId, about } = here
    const request = await myRequest(here, requestId)
    if (request.closed_as === 'passed' || request.closed_as === 'declined') {
      throw unfit('request', 'You have passed it on or said no.', 'Answer the question itself, if you like.')
    }
    const question = orAbsent(await questionById(tx, space.id, request.question_id), 'request', 'question')
    const already = (await showingsOf(tx, space.id, question.id)).find((showing) => showing.shower === me.id)
    if (already) return { showing: already.id }
    const showing = newId()
    await addShowing(tx, {
      space_id: space.id,
      id: showing,
      area_id: request.area_id,
      topic_id: question.topic_id,
      question_id: question.id,
      shower: me.id,
      shown: request.from_person,
      offered_at: now,
      shower_said_at: null,
      shown_said_at: null,
      called_off_at: null,
      conversion: null,
    })
    if (request.closed_at === null) await closeRequest(tx, space.id, request.id, 'showing', now)
    about({ topic: question.topic_id, question: question.id, showing })
    return { showing }
  },
})
