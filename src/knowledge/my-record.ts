import { z } from 'zod'
import { readingAct } from '../ba/index.ts'
import { shownReason, showReason } from './evidence.ts'
import { evidenceOf } from './evidence-rows.ts'
import { shownTopic, showTopicById } from './topic.ts'

/** All the evidence kept about me, and what of it others see. */
export const myRecord = readingAct({
  name: 'my-record',
  says: 'Shows you all the evidence kept under your name, and what of it others see.',
  may: 'reader',
  input: z.object({}),
  output: z.object({
    record: z.array(
      shownReason.extend({
        topic: shownTopic,
        /** Whether others saw it of the whole topic, before it was told of which line it was; now I alone do. */
        stoodForTopic: z.boolean(),
      }),
    ),
  }),
  run: async (here) => {
    const record = []
    for (const row of await evidenceOf(here.tx, here.space.id, here.me.id)) {
      if (!here.areas.has(row.area_id)) continue
      const topic = await showTopicById(here, row.topic_id)
      record.push({ ...showReason(row), topic, stoodForTopic: row.stood_for_topic !== null })
    }
    return { record }
  },
})
