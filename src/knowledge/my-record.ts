import { z } from 'zod'
import { byPage, DOWNWARDS, next, pageOfList, pageRows, readingAct } from '../ba/index.ts'
import { shownReason, showReason } from './evidence.ts'
import { evidenceFrom } from './evidence-rows.ts'
import { shownTopic, showTopicById } from './topic.ts'

/** Lists all evidence about the caller, and which of it others see. */
export const myRecord = readingAct({
  name: 'my-record',
  says: 'Shows you all the evidence kept under your name, and what of it others see.',
  may: 'reader',
  shows: ['evidence', 'conversion', 'topic', 'claim', 'page', 'source'],
  input: z.object(byPage),
  output: z.object({
    record: pageRows(
      shownReason.extend({
        topic: shownTopic,
        /**
         * Whether it was released for a whole topic before it was assigned to a line, and is now
         * private.
         */
        stoodForTopic: z.boolean(),
      }),
    ),
    next,
  }),
  run: async (here, asked) => {
    const { tx, space, me, areas } = here
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: ([at, id], limit) => evidenceFrom(tx, space.id, me.id, [...areas.keys()], { at, id }, limit),
      place: ({ at, id }) => [at, id],
      show: async (row) => ({
        ...showReason(row),
        topic: await showTopicById(here, row.topic_id),
        stoodForTopic: row.stood_for_topic !== null,
      }),
    })
    return { record: page.rows, next: page.next }
  },
})
