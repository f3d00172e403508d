import { z } from 'zod'
import { id, writingAct } from '../../ba/index.ts'
import { myOpenStory, storyChanged } from './story.ts'
import { dropStoryRows } from './story-rows.ts'

/** Deletes an unfinished story with all its words. */
export const dropStory = writingAct({
  name: 'drop-story',
  says: 'Throws away a story of yours that is not finished, with every word of it.',
  may: 'member',
  input: z.object({ story: id }),
  output: z.object({}),
  run: async (here, { story: storyId }) => {
    const story = await myOpenStory(here, storyId)
    await dropStoryRows(here.tx, here.space.id, story.id)
    storyChanged(here, story)
    return {}
  },
})
