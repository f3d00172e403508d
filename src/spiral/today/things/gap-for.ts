import { type HereIAm, isRouted, reaches } from '../../../ba/index.ts'
import { confirmedAnswersIn, evidenceOn, questionsIn, showTopicById } from '../../../knowledge/index.ts'
import { dismissalsOf } from '../../findings/index.ts'

/**
 * Socialisation to externalisation: the gap that has waited longest for me, of those that somebody new fell into. It is
 * shown to whoever has a record on its topic; where nobody has, to everybody in a small room, to its keepers in a large.
 */
export async function gapFor(here: HereIAm) {
  const { tx, space, me } = here
  const areas = [...here.areas.keys()]
  const gaps = (await questionsIn(tx, space.id, areas)).filter(
    ({ asked_as, asked_by }) => asked_as !== null && asked_by !== me.id,
  )
  if (gaps.length === 0 || !reaches(me.role, 'member')) return undefined
  const answered = new Set((await confirmedAnswersIn(tx, space.id, areas)).map(({ question_id }) => question_id))
  const passed = await dismissalsOf(tx, space.id, me.id)
  for (const { id, words, topic_id, area_id, asked_at } of gaps.reverse()) {
    if (answered.has(id) || passed.has(id) || !(await isForMe(here, topic_id, area_id))) continue
    return { question: { id, words, topic: await showTopicById(here, topic_id) }, askedAt: asked_at }
  }
  return undefined
}

/** Whether what a topic lacks is put to me: I have a record on it; or nobody has, and I keep the room or it is small. */
export async function isForMe({ tx, space, me }: HereIAm, topic: string, area: string): Promise<boolean> {
  const evidence = await evidenceOn(tx, space.id, topic)
  if (evidence.some((row) => row.person_id === me.id)) return true
  // What others do not let stand tells nobody anything, so it keeps no gap from the room either.
  if (evidence.some((row) => row.stands_at !== null)) return false
  return reaches(me.role, 'keeper') || !(await isRouted(tx, space.id, area))
}
