import { z } from 'zod'
import { person } from '../../../ba/index.ts'
import { shownTopic, showTopicById } from '../../../knowledge/index.ts'
import { showingsWaitingFor } from '../../../socialisation/index.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({
  kind: z.literal('shown'),
  showing: z.string(),
  topic: shownTopic,
  question: z.string(),
  other: person,
  iShow: z.boolean(),
})

/** A showing that the caller has yet to confirm. */
export const showing = thingKind({
  shown,
  find: async (here) => {
    const things: z.input<typeof shown>[] = []
    for (const showing of await showingsWaitingFor(here.tx, here.space.id, here.me.id)) {
      if (!here.areas.has(showing.area_id)) continue
      const iShow = showing.shower === here.me.id
      things.push({
        kind: 'shown',
        showing: showing.id,
        topic: await showTopicById(here, showing.topic_id),
        question: showing.words,
        other: iShow
          ? { id: showing.shown, name: showing.shownName }
          : { id: showing.shower, name: showing.showerName },
        iShow,
      })
    }
    return things
  },
})
