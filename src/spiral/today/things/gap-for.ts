import { type HereIAm, isRouted, reaches } from '../../../ba/index.ts'
import { gapsFor, onRecord, showTopicById } from '../../../knowledge/index.ts'

/**
 * Socialisation to externalisation: the oldest gap that a newcomer met and that concerns the
 * caller. A gap is shown to those with evidence on its topic; if there are none, to everybody in a
 * small space and to the keepers in a large one.
 */
export async function gapFor(here: HereIAm) {
  const { tx, space, me } = here
  if (!reaches(me.role, 'member')) return undefined
  for (const { id, words, topic_id, area_id, asked_at } of await gapsFor(tx, space.id, [...here.areas.keys()], me.id)) {
    if (!(await isForMe(here, topic_id, area_id))) continue
    return { question: { id, words, topic: await showTopicById(here, topic_id) }, askedAt: asked_at }
  }
  return undefined
}

/**
 * Whether gaps of a topic are shown to the caller: by evidence on it, or, where nobody has any, as
 * a keeper or in a small space.
 */
export async function isForMe({ tx, space, me }: HereIAm, topic: string, area: string): Promise<boolean> {
  // Evidence that others do not let stand counts for nothing here.
  const { mine, anybody } = await onRecord(tx, space.id, topic, me.id)
  if (mine || anybody) return mine
  return reaches(me.role, 'keeper') || !(await isRouted(tx, space.id, area))
}
