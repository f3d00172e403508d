import { z } from 'zod'
import { id, text, writingAct } from '../ba/index.ts'
import { addQuestion, topicNamed, topicRef } from '../knowledge/index.ts'
import { newRequest } from './request.ts'

/** A question about a topic, of the room or of one colleague. Asking opens nothing in the ledger: it is not yet knowledge moving. */
export const ask = writingAct({
  name: 'ask',
  says: 'Asks a question about a topic, of everybody who sees it or of one colleague.',
  may: 'member',
  input: z.object({ topic: topicRef, words: text(2000), of: id.optional() }),
  output: z.object({ question: z.string(), request: z.string().nullable() }),
  run: async (here, { topic: ref, words, of }) => {
    const { tx, space, me, now, newId, about } = here
    const topic = await topicNamed(here, ref)
    const question = newId()
    await addQuestion(tx, {
      space_id: space.id,
      id: question,
      area_id: topic.area_id,
      topic_id: topic.id,
      words: words.trim(),
      asked_by: me.id,
      asked_at: now,
      shown_conversion: null,
      told_conversion: null,
    })
    about({ topic: topic.id, question })
    const asked = { question, topic: topic.id, area: topic.area_id, from: me.id }
    return { question, request: of === undefined ? null : await newRequest(here, { ...asked, of }) }
  },
})
