import { z } from 'zod'
import { id, onlyFor, orAbsent, unfit, writingAct } from '../ba/index.ts'
import { questionById } from '../knowledge/index.ts'
import { myOpenRequest, newRequest } from './request.ts'
import { closeRequest } from './request-rows.ts'

/** Passes a request on to somebody else. */
export const passOn = writingAct({
  name: 'pass-on',
  says: 'Passes a request to you on to a colleague.',
  may: 'member',
  input: z.object({ request: id, to: id }),
  output: z.object({}),
  run: async (here, { request: requestId, to }) => {
    const { tx, space, me, now } = here
    const request = await myOpenRequest(here, requestId)
    if (to === me.id) throw unfit('to', 'That is you.', 'Name somebody else.')
    if (to === request.from_person) throw unfit('to', 'They are the one who asks.', 'Name somebody else.')
    const question = orAbsent(await questionById(tx, space.id, request.question_id), 'request', 'question')
    const { topic_id: topic, area_id: area } = question
    await newRequest(here, { question: question.id, topic, area, of: to, from: request.from_person })
    await closeRequest(tx, space.id, request.id, 'passed', now)
    here.changed({ request: request.id }, onlyFor(me.id))
    return {}
  },
})
