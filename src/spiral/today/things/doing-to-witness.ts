import { z } from 'zod'
import { person } from '../../../ba/index.ts'
import { doingsToWitness } from '../../../internalisation/index.ts'
import { shownTopic, showTopicById } from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({
  kind: z.literal('witness'),
  doing: z.string(),
  topic: shownTopic,
  who: person,
  on: z.string(),
  words: z.string().nullable(),
})

/** A doing that somebody says I saw, until I have said whether I did. */
export const doingToWitness = thingKind({
  shown,
  find: async (here) => {
    const things: z.input<typeof shown>[] = []
    for (const doing of await doingsToWitness(here.tx, here.space.id, here.me.id)) {
      if (!here.areas.has(doing.area_id)) continue
      const who = { id: doing.person_id, name: doing.name }
      const topic = await showTopicById(here, doing.topic_id)
      things.push({ kind: 'witness', doing: doing.id, topic, who, on: doing.done_on, words: doing.words })
    }
    return things
  },
})
