import { z } from 'zod'
import { readingAct } from '../../ba/index.ts'
import { shownTopic, showTopicById } from '../../knowledge/index.ts'
import { openStoriesOf } from './story-rows.ts'

/** Stories that I have begun and can go on with; nobody else sees them. */
export const myStories = readingAct({
  name: 'my-stories',
  says: 'Lists the stories that you have begun and not finished; nobody else sees them.',
  may: 'member',
  input: z.object({}),
  output: z.object({ stories: z.array(z.object({ id: z.string(), topic: shownTopic, begunAt: z.string() })) }),
  run: async (here) => {
    const stories = []
    for (const { id, area_id, topic_id, begun_at } of await openStoriesOf(here.tx, here.space.id, here.me.id)) {
      if (here.areas.has(area_id)) stories.push({ id, topic: await showTopicById(here, topic_id), begunAt: begun_at })
    }
    return { stories }
  },
})
