import { type HereIAm, orAbsent } from '../ba/index.ts'
import { claimNamed } from '../knowledge/index.ts'
import { exerciseById } from './exercise-rows.ts'

/** Finds an exercise that the caller may take, with its claim. */
export async function exerciseNamed(here: HereIAm, id: string) {
  const found = await exerciseById(here.tx, here.space.id, id)
  const exercise = orAbsent(found && here.areas.has(found.area_id) ? found : undefined, 'exercise', 'exercise')
  const claim = await claimNamed(here, exercise.claim_id, 'exercise')
  // Its topic is the present topic of the claim.
  return { exercise: { ...exercise, topic_id: claim.topic_id }, claim }
}
