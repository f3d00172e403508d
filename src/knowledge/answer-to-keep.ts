import { z } from 'zod'
import { inArea, onlyFor, orAbsent, writingAct } from '../ba/index.ts'
import { keepingsOf, settleKeeping } from './keeping-rows.ts'
import { topicNamed, topicRef } from './topic.ts'

/** Accepts, declines or ends the keeping of a page. Nobody is notified of a refusal. */
export const answerToKeep = writingAct({
  name: 'answer-to-keep',
  says: 'Says whether you will be the keeper of a page, or are no more; nobody is told of a no.',
  may: 'member',
  input: z.object({ topic: topicRef, keep: z.boolean() }),
  output: z.object({}),
  run: async (here, { topic: ref, keep }) => {
    const { tx, space, me, now } = here
    const topic = await topicNamed(here, ref)
    const all = (await keepingsOf(tx, space.id, topic.id)).filter(({ person_id }) => person_id === me.id)
    orAbsent(all[0], 'topic', 'page that you keep, or are asked to keep')
    for (const { space_id, id, since } of all) {
      const said = keep
        ? { since: since ?? now, declined_at: null, ended_at: null }
        : { since, declined_at: since ? null : now, ended_at: since ? now : null }
      await settleKeeping(tx, { space_id, id, ...said })
      // A refusal is told to nobody.
      here.changed({ keeping: id }, said.since ? inArea(topic.area_id, topic.id) : onlyFor(me.id, topic.id))
    }
    return {}
  },
})
