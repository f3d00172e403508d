import { z } from 'zod'
import { person } from '../../../ba/index.ts'
import { confirmedAnswersIn, questionsIn, showTopicById } from '../../../knowledge/index.ts'
import { wonderedBy } from '../../../socialisation/index.ts'
import { dismissalsOf } from '../../findings/index.ts'
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
    const ids = [...areas.keys()]
    const wondered = await wonderedBy(tx, space.id, me.id)
    const mine = (await questionsIn(tx, space.id, ids)).filter(
      ({ id, asked_by }) => asked_by === me.id || wondered.has(id),
    )
    if (mine.length === 0) return []
    const read = await dismissalsOf(tx, space.id, me.id)
    const things: z.input<typeof shown>[] = []
    for (const answer of await confirmedAnswersIn(tx, space.id, ids)) {
      const question = mine.find(({ id }) => id === answer.question_id)
      if (!question || answer.by === me.id || read.has(answer.id)) continue
      things.push({
        kind: 'answered',
        question: { id: question.id, words: question.words, topic: await showTopicById(here, question.topic_id) },
        by: { id: answer.by, name: answer.byName },
        source: answer.id,
        at: answer.at,
        mine: question.asked_by === me.id,
      })
    }
    return things
  },
})
