import { type HereIAm, reaches } from '../../../ba/index.ts'
import { missingInRoom, topicOfMissing } from '../../../search/index.ts'
import { dismissalsOf } from '../../findings/index.ts'
import { isForMe } from './gap-for.ts'

/**
 * What the room was told is missing and has waited longest, of what may be mine to say: by a record on its topic, or as
 * a keeper where it has none. Whoever looked for it is not shown their own.
 */
export async function missingFor(here: HereIAm) {
  const { tx, space, me, areas } = here
  if (!reaches(me.role, 'member')) return undefined
  const missing = await missingInRoom(tx, space.id, [...areas.keys()])
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
