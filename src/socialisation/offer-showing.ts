import { z } from 'zod'
import { id, onlyFor, unfit, writingAct } from '../ba/index.ts'
import { questionNamed } from './question-named.ts'
import { closeRequest, requestsOf } from './request-rows.ts'
import { showingChanged } from './showing.ts'
import { addShowing, showingsOf } from './showing-rows.ts'

/** Offers to show the asker in person, instead of or besides writing, whether asked or not. */
export const offerShowing = writingAct({
  name: 'offer-showing',
  says: 'Offers to show whoever asked a question, instead of writing or besides.',
  may: 'member',
  input: z.object({ question: id }),
  output: z.object({ showing: z.string() }),
  run: async (here, { question: questionId }) => {
    const { tx, space, me, now, newId, changed } = here
    const question = await questionNamed(here, questionId)
    if (question.asked_by === me.id) throw unfit('question', 'You asked this yourself.', 'Wait for somebody to offer.')
    if (question.asked_as !== null)
      throw unfit('question', 'Whoever asked did not say who they are.', 'Answer it in writing: they will see that.')
    for (const request of await requestsOf(tx, space.id, question.id, me.id)) {
      if (request.closed_at !== null) continue
      await closeRequest(tx, space.id, request.id, 'showing', now)
      changed({ request: request.id }, onlyFor(me.id))
    }
    const already = (await showingsOf(tx, space.id, question.id)).find((showing) => showing.shower === me.id)
    if (already) return { showing: already.id }
    const showing = {
      space_id: space.id,
      id: newId(),
      area_id: question.area_id,
      topic_id: question.topic_id,
      question_id: question.id,
      shower: me.id,
      shown: question.asked_by,
      offered_at: now,
      shower_said_at: null,
      shown_said_at: null,
      called_off_at: null,
      conversion: null,
    }
    await addShowing(tx, showing)
    showingChanged(here, showing)
    return { showing: showing.id }
  },
})
