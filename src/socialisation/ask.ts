import { z } from 'zod'
import { type HereIAm, id, inArea, text, unfit, writingAct } from '../ba/index.ts'
import {
  addQuestion,
  claimNamed,
  type SOMEBODY_NEW,
  showTopicById,
  type Topic,
  topicNamed,
  topicRef,
} from '../knowledge/index.ts'
import { MOST_QUESTION } from '../text/index.ts'
import { newRequest } from './request.ts'

/**
 * Asks the room or one colleague a question about a topic; `line` is the claim that led to it.
 * Asking makes no conversion, since no knowledge has moved yet.
 */
export const ask = writingAct({
  name: 'ask',
  says: 'Asks a question about a topic, of everybody who sees it or of one colleague.',
  may: 'member',
  tool: 'of-all',
  input: z.object({ topic: topicRef, words: text(MOST_QUESTION), of: id.optional(), line: id.optional() }),
  output: z.object({ question: z.string(), request: z.string().nullable() }),
  run: async (here, { topic: ref, words, of, line }) => {
    const topic = await topicNamed(here, ref)
    const led = line === undefined ? null : await claimNamed(here, line, 'line')
    if (led && (await showTopicById(here, led.topic_id)).id !== topic.id)
      throw unfit('line', 'It was said about another topic.', 'Ask on the topic it was said about.')
    // A later showing then has the telling of that claim as its cause.
    const question = await keepQuestion(here, topic, words, { told: led?.told_conversion ?? null })
    const asked = { question, topic: topic.id, area: topic.area_id, from: here.me.id }
    return { question, request: of === undefined ? null : await newRequest(here, { ...asked, of }) }
  },
})

/** Stores a question under the caller's name or anonymously; returns its id. */
export async function keepQuestion(
  here: HereIAm,
  topic: Topic,
  words: string,
  { as = null, told = null }: { as?: typeof SOMEBODY_NEW | null; told?: string | null },
): Promise<string> {
  const { tx, space, me, now, newId, changed } = here
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
    told_conversion: told,
    asked_as: as,
  })
  changed({ question }, inArea(topic.area_id, topic.id))
  return question
}
