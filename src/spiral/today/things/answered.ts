import { z } from 'zod'
import { person } from '../../../ba/index.ts'
import { showTopicById, unreadAnswersFor } from '../../../knowledge/index.ts'
import { shownQuestion } from './shown-question.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({
  kind: z.literal('answered'),
  question: shownQuestion,
  by: person,
  source: z.string(),
  at: z.string(),
  /** Whether I asked it; else I wondered too. */
  mine: z.boolean(),
})

/** Answers to what I asked, or wondered about too, until I say that I have read them. */
export const answered = thingKind({
  shown,
  find: async (here) => {
    const { tx, space, me, areas } = here
    const things: z.input<typeof shown>[] = []
    for (const answer of await unreadAnswersFor(tx, space.id, [...areas.keys()], me.id))
      things.push({
        kind: 'answered',
        question: { id: answer.question, words: answer.words, topic: await showTopicById(here, answer.topic_id) },
        by: { id: answer.by, name: answer.byName },
        source: answer.id,
        at: answer.at,
        mine: answer.asked_by === me.id,
      })
    return things
  },
})
