import { type HereIAm, reaches } from '../../../ba/index.ts'
import { missingInRoom, topicOfMissing } from '../../../search/index.ts'
import { dismissalsOf } from '../../findings/index.ts'
import { isForMe } from './gap-for.ts'

/** The number of candidates considered, oldest first. */
const LOOKED_AT = 100

/**
 * The oldest unanswered search that was shared with the room and that the caller may answer: by
 * evidence on its topic, or as a keeper if there is none. A person's own searches are left out.
 */
export async function missingFor(here: HereIAm) {
  const { tx, space, me, areas } = here
  if (!reaches(me.role, 'member')) return undefined
  const missing = await missingInRoom(tx, space.id, [...areas.keys()], LOOKED_AT)
  if (missing.length === 0) return undefined
  const passed = await dismissalsOf(tx, space.id, me.id)
  for (const row of missing) {
    if (row.person_id === me.id || passed.has(row.id)) continue
    const mine = row.topic_id === null ? reaches(me.role, 'keeper') : await isForMe(here, row.topic_id, row.area_id)
    if (mine)
      return { missing: row.id, words: row.words, topic: await topicOfMissing(here, row), since: row.room_at ?? '' }
  }
  return undefined
}
