import { z } from 'zod'
import { shownVoice, showTopicById, unreadAnswersFor } from '../../../knowledge/index.ts'
import { shownQuestion } from './shown-question.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({
  kind: z.literal('answered'),
  question: shownQuestion,
  by: shownVoice,
  source: z.string(),
  at: z.string(),
  /** Whether the caller asked it; otherwise they wondered too. */
  mine: z.boolean(),
})

/** Answers to the caller's questions, or those they wondered about too, until read. */
export const answered = thingKind({
  shown,
  find: async (here) => {
    const { tx, space, me, areas } = here
    const things: z.input<typeof shown>[] = []
    for (const answer of await unreadAnswersFor(tx, space.id, [...areas.keys()], me.id))
      things.push({
        kind: 'answered',
        question: { id: answer.question, words: answer.words, topic: await showTopicById(here, answer.topic_id) },
        by: answer.voice,
        source: answer.id,
        at: answer.at,
        mine: answer.asked_by === me.id,
      })
    return things
  },
})
