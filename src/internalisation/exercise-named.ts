import { type HereIAm, orAbsent } from '../ba/index.ts'
import { claimNamed } from '../knowledge/index.ts'
import { exerciseById } from './exercise-rows.ts'

/** Finds an exercise that I may take, with the claim it hangs on. */
export async function exerciseNamed(here: HereIAm, id: string) {
  const found = await exerciseById(here.tx, here.space.id, id)
  const exercise = orAbsent(found && here.areas.has(found.area_id) ? found : undefined, 'exercise', 'exercise')
  const claim = await claimNamed(here, exercise.claim_id, 'exercise')
  // It is about what its claim is about, wherever that hangs by now.
  return { exercise: { ...exercise, topic_id: claim.topic_id }, claim }
}
