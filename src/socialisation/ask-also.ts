import { z } from 'zod'
import { id, notYours, unfit, writingAct } from '../ba/index.ts'
import { questionNamed } from './question-named.ts'
import { newRequest } from './request.ts'

/** Asks one more colleague a question of the caller. */
export const askAlso = writingAct({
  name: 'ask-also',
  says: 'Asks one more colleague a question you have asked.',
  may: 'member',
  input: z.object({ question: id, of: id }),
  output: z.object({ request: z.string() }),
  run: async (here, { question: questionId, of }) => {
    const question = await questionNamed(here, questionId)
    if (question.asked_by !== here.me.id)
      throw notYours('Somebody else asked this.', 'Ask a question of your own.', 'question')
    if (question.asked_as !== null)
      throw unfit('question', 'You asked this without your name.', 'Ask a question of your own, which says who asks.')
    const { topic_id: topic, area_id: area } = question
    return { request: await newRequest(here, { question: question.id, topic, area, of, from: here.me.id }) }
  },
})
