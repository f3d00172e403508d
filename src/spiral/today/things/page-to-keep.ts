import { z } from 'zod'
import { person } from '../../../ba/index.ts'
import { keepingsBy, shownTopic, showTopicById } from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

/** A page that somebody asks me to keep, until I have answered. */
export const pageToKeep = thingKind({
  shown: z.object({ kind: z.literal('keep'), topic: shownTopic, by: person, at: z.string() }),
  find: async (here) => {
    const asks = (await keepingsBy(here.tx, here.space.id, here.me.id)).find(
      ({ since, area_id }) => since === null && here.areas.has(area_id),
    )
    if (!asks) return []
    const by = { id: asks.asked_by, name: asks.askerName }
    return [{ kind: 'keep' as const, topic: await showTopicById(here, asks.topic_id), by, at: asks.asked_at }]
  },
})
