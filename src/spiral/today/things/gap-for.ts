import { type HereIAm, isRouted, reaches } from '../../../ba/index.ts'
import { gapsFor, onRecord, showTopicById } from '../../../knowledge/index.ts'

/**
 * Socialisation to externalisation: the gap that has waited longest for me, of those that somebody new fell into. It is
 * shown to whoever has a record on its topic; where nobody has, to everybody in a small room, to its keepers in a large.
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

/** Whether what a topic lacks is put to me: I have a record on it; or nobody has, and I keep the room or it is small. */
export async function isForMe({ tx, space, me }: HereIAm, topic: string, area: string): Promise<boolean> {
  // What others do not let stand tells nobody anything, so it keeps no gap from the room either.
  const { mine, anybody } = await onRecord(tx, space.id, topic, me.id)
  if (mine || anybody) return mine
  return reaches(me.role, 'keeper') || !(await isRouted(tx, space.id, area))
}
