import { z } from 'zod'
import { type HereIAm, id, inArea, onlyFor, text, writingAct } from '../ba/index.ts'
import { addQuestion, type Claim } from '../knowledge/index.ts'
import { cardOf, keepCard } from './card-rows.ts'
import { exerciseNamed } from './exercise-named.ts'

/** Stops an exercise for the caller: badly put, or done differently now, which asks a question. */
export const restExercise = writingAct({
  name: 'rest-exercise',
  says: 'Stops asking you an exercise: a bad question, or something done differently now, which opens a question.',
  may: 'member',
  input: z.object({ exercise: id, why: z.enum(['bad-question', 'done-differently']), words: text(1000).optional() }),
  output: z.object({ question: z.string().nullable() }),
  run: async (here, { exercise: exerciseId, why, words }) => {
    const { tx, space, me, now, changed } = here
    const { exercise, claim } = await exerciseNamed(here, exerciseId)
    const card = await cardOf(tx, space.id, me.id, exercise.id)
    await keepCard(tx, {
      space_id: space.id,
      person_id: me.id,
      exercise_id: exercise.id,
      due_at: card?.due_at ?? now,
      schedule: card?.schedule ?? '{}',
      remembered_at: card?.remembered_at ?? null,
      rested_at: now,
    })
    changed({ card: exercise.id }, onlyFor(me.id, exercise.topic_id))
    return { question: why === 'done-differently' ? await doDifferently(here, claim, words) : null }
  },
})

async function doDifferently(here: HereIAm, claim: Claim, words: string | undefined): Promise<string> {
  const { tx, space, me, now, newId, changed } = here
  const question = newId()
  await addQuestion(tx, {
    space_id: space.id,
    id: question,
    area_id: claim.area_id,
    topic_id: claim.topic_id,
    // Without the words of the line, which its speaker may still withdraw.
    words: words?.trim() || 'Do we do this differently now? When does each way hold?',
    asked_by: me.id,
    asked_at: now,
    shown_conversion: null,
    told_conversion: null,
    asked_as: null,
  })
  changed({ question }, inArea(claim.area_id, claim.topic_id))
  return question
}
