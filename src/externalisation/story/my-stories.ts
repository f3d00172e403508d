import { z } from 'zod'
import { byPage, DOWNWARDS, next, pageOfList, pageRows, readingAct } from '../../ba/index.ts'
import { shownTopic, showTopicById } from '../../knowledge/index.ts'
import { openStoriesFrom } from './story-rows.ts'

/** Lists the caller's open stories; private. */
export const myStories = readingAct({
  name: 'my-stories',
  says: 'Lists the stories that you have begun and not finished; nobody else sees them.',
  may: 'member',
  shows: ['story', 'topic'],
  input: z.object(byPage),
  output: z.object({
    stories: pageRows(z.object({ id: z.string(), topic: shownTopic, begunAt: z.string() })),
    next,
  }),
  run: async (here, asked) => {
    const { tx, space, me, areas } = here
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: ([at, id], limit) => openStoriesFrom(tx, space.id, me.id, [...areas.keys()], { at, id }, limit),
      place: ({ begun_at, id }) => [begun_at, id],
      show: async ({ id, topic_id, begun_at }) => ({
        id,
        topic: await showTopicById(here, topic_id),
        begunAt: begun_at,
      }),
    })
    return { stories: page.rows, next: page.next }
  },
})
