import { type Here, inArea, onlyFor } from '../ba/index.ts'
import { claimById, topicById } from '../knowledge/index.ts'
import { askAgain, learnersOf } from './card-rows.ts'
import { addExercise, changeExercise, exercisesOf, restExercisesOf } from './exercise-rows.ts'
import { leaveGap } from './gap.ts'

/**
 * Updates a claim's exercise: made when the claim is confirmed, reworded when it is corrected, put
 * to rest when it is withdrawn, can only be shown, or happened once. Idempotent.
 */
export async function bringExerciseInLine(here: Here, claimId: string): Promise<void> {
  const { tx, space, now, newId, changed } = here
  const claim = await claimById(tx, space.id, claimId)
  if (!claim || (claim.confirmed_at ?? claim.told_conversion) === null) return
  const seen = inArea(claim.area_id, claim.topic_id)
  const title = (await topicById(tx, space.id, claim.topic_id))?.title ?? ''
  const stands = claim.confirmed_at !== null && claim.withdrawn_at === null
  const asked = stands && claim.sayable !== 'shown' && claim.kind !== 'once'
  const gap = asked ? leaveGap(claim.statement, title) : null
  const [exercise] = await exercisesOf(tx, space.id, claim.id)
  if (!gap) {
    const why = !stands ? 'withdrawn' : claim.kind === 'once' ? 'once' : 'shown'
    const rested = await restExercisesOf(tx, space.id, claim.id, now, why)
    if (exercise && rested > 0) changed({ exercise: exercise.id }, seen)
  } else if (!exercise) {
    const id = newId()
    await addExercise(tx, {
      space_id: space.id,
      id,
      area_id: claim.area_id,
      topic_id: claim.topic_id,
      claim_id: claim.id,
      claim_version: claim.version,
      ...gap,
      made_at: now,
      rested_at: null,
      rested_why: null,
    })
    changed({ exercise: id }, seen)
  } else if (exercise.claim_version !== claim.version) {
    await changeExercise(tx, { space_id: space.id, id: exercise.id, claim_version: claim.version, ...gap })
    changed({ exercise: exercise.id }, seen)
    if (exercise.prompt !== gap.prompt || exercise.gap !== gap.gap) await askEverybodyAgain(here, exercise)
  }
}

/** Makes it due again, and notifies each learner about their own card. */
async function askEverybodyAgain(
  { tx, space, now, changed }: Here,
  { id, topic_id }: { id: string; topic_id: string },
) {
  await askAgain(tx, space.id, id, now)
  for (const { person_id } of await learnersOf(tx, space.id, id)) changed({ card: id }, onlyFor(person_id, topic_id))
}
