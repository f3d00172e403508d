import { z } from 'zod'
import { type HereIAm, id, onlyFor, writingAct } from '../ba/index.ts'
import {
  addEvidence,
  type Claim,
  evidenceAbout,
  evidenceChanged,
  type NewEvidence,
  touchEvidence,
} from '../knowledge/index.ts'
import { cardOf, keepCard, logRecall } from './card-rows.ts'
import { exerciseNamed } from './exercise-named.ts'
import { grades, nextSchedule } from './schedule.ts'

/** Records a recall, graded by the caller. Reply and grade are private. */
export const recall = writingAct({
  name: 'recall',
  says: 'Notes how well you recalled something; the reply and the grade are yours alone.',
  may: 'reader',
  input: z.object({
    exercise: id,
    reply: z.string().max(2000, 'is longer than 2000 characters').optional(),
    grade: z.enum(grades),
  }),
  output: z.object({
    dueAt: z.string(),
    remembers: z.object({ evidence: z.string(), stands: z.boolean() }).nullable(),
  }),
  run: async (here, { exercise: exerciseId, reply, grade }) => {
    const { tx, space, me, now, newId } = here
    const { exercise, claim } = await exerciseNamed(here, exerciseId)
    const card = await cardOf(tx, space.id, me.id, exercise.id)
    const { schedule, dueAt } = nextSchedule(card?.schedule, grade, now, here.zone.name)
    const remembered = grade !== 'missed'
    await keepCard(tx, {
      space_id: space.id,
      person_id: me.id,
      exercise_id: exercise.id,
      due_at: dueAt,
      schedule,
      remembered_at: remembered ? now : (card?.remembered_at ?? null),
      rested_at: null,
    })
    await logRecall(tx, {
      space_id: space.id,
      id: newId(),
      person_id: me.id,
      exercise_id: exercise.id,
      grade,
      reply: reply ?? null,
      at: now,
    })
    here.changed({ card: exercise.id }, onlyFor(me.id, exercise.topic_id))
    return { dueAt, remembers: remembered ? await remembers(here, exercise.id, claim) : null }
  },
})

/**
 * Keeps one piece of evidence per line, with the latest date; private until the learner releases
 * it.
 */
async function remembers(here: HereIAm, exercise: string, claim: Claim) {
  const { tx, space, me, now, newId } = here
  const kept = await evidenceAbout(tx, space.id, me.id, 'remembers', claim.id)
  if (kept) {
    await touchEvidence(tx, space.id, kept.id, now)
    evidenceChanged(here, kept)
    return { evidence: kept.id, stands: kept.stands_at !== null }
  }
  const evidence: NewEvidence = {
    space_id: space.id,
    id: newId(),
    area_id: claim.area_id,
    topic_id: claim.topic_id,
    person_id: me.id,
    kind: 'remembers',
    with_person: null,
    at: now,
    stands_at: null,
    because: exercise,
    about: { kind: 'claim', id: claim.id },
  }
  await addEvidence(tx, evidence)
  evidenceChanged(here, evidence)
  return { evidence: evidence.id, stands: false }
}
