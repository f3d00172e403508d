import { z } from 'zod'
import { exercisesFor } from '../../../internalisation/index.ts'
import { shownTopic, showTopicById, topicsNow } from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({ kind: z.literal('recall'), topic: shownTopic, first: z.string(), prompt: z.string() })

/** What I have begun to recall and is due again, a topic a thing. */
export const topicToRecall = thingKind({
  shown,
  find: async (here) => {
    const due = (await exercisesFor(here.tx, here.space.id, here.me.id, [...here.areas.keys()])).filter(
      ({ due_at }) => due_at !== null && due_at <= here.now,
    )
    if (due.length === 0) return []
    const things: z.input<typeof shown>[] = []
    const now = await topicsNow(here.tx, here.space.id)
    for (const first of new Map(due.map((one) => [now(one.topic_id), one])).values()) {
      things.push({
        kind: 'recall',
        topic: await showTopicById(here, first.topic_id),
        first: first.id,
        prompt: first.prompt,
      })
    }
    return things
  },
})
