import { z } from 'zod'
import { isRouted, person } from '../../../ba/index.ts'
import { exercisesFor } from '../../../internalisation/index.ts'
import { evidenceOf, shownTopic, showTopicById, topicsNow } from '../../../knowledge/index.ts'
import { dismissalsOf } from '../../findings/index.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({ kind: z.literal('try'), topic: shownTopic, with: person.nullable() })

/** What I remember and have no record of doing: to be tried once; where many are here, best beside whoever explained it. */
export const topicToTry = thingKind({
  shown,
  find: async (here) => {
    const { tx, space, me, areas } = here
    const mine = (await evidenceOf(tx, space.id, me.id)).filter((row) => areas.has(row.area_id))
    const now = await topicsNow(tx, space.id)
    const done = new Set(mine.filter((row) => row.kind === 'did').map((row) => now(row.topic_id)))
    const read = await dismissalsOf(tx, space.id, me.id)
    const things: z.input<typeof shown>[] = []
    for (const row of mine) {
      const topic = now(row.topic_id)
      if (row.kind !== 'remembers' || done.has(topic) || read.has(topic)) continue
      done.add(topic)
      const explained = (await isRouted(tx, space.id, row.area_id))
        ? (await exercisesFor(tx, space.id, me.id, [row.area_id])).find((one) => now(one.topic_id) === topic)
        : undefined
      things.push({
        kind: 'try',
        topic: await showTopicById(here, row.topic_id),
        with: explained ? { id: explained.speaker_id, name: explained.speakerName } : null,
      })
    }
    return things
  },
})
