import { z } from 'zod'
import { exercisesDue, nextDue } from '../../../internalisation/index.ts'
import { shownTopic, showTopicById, topicsLedTo } from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

/** The most shown at once. */
const MOST = 4

const shown = z.object({ kind: z.literal('recall'), topic: shownTopic, first: z.string(), prompt: z.string() })

/** Due recall exercises that the caller has begun, one thing per topic. */
export const topicToRecall = thingKind({
  shown,
  find: async (here) => {
    const due = await exercisesDue(here.tx, here.space.id, here.me.id, [...here.areas.keys()], here.now)
    if (due.length === 0) return []
    const things: z.input<typeof shown>[] = []
    const topics = [...new Set(due.map((one) => one.topic_id))]
    const now = await topicsLedTo(here.tx, here.space.id, topics)
    for (const first of [...new Map(due.map((one) => [now(one.topic_id), one])).values()].slice(0, MOST)) {
      things.push({
        kind: 'recall',
        topic: await showTopicById(here, first.topic_id),
        first: first.id,
        prompt: first.prompt,
      })
    }
    return things
  },
  next: ({ tx, space, me, areas, now }) => nextDue(tx, space.id, me.id, [...areas.keys()], now),
})
