import { type HereIAm, orAbsent } from '../ba/index.ts'
import { questionById } from '../knowledge/index.ts'

/** Finds a question that the caller may see. */
export async function questionNamed(here: HereIAm, id: string) {
  const question = await questionById(here.tx, here.space.id, id)
  return orAbsent(question && here.areas.has(question.area_id) ? question : undefined, 'question', 'question')
}
