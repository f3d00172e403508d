import { z } from 'zod'
import { id, readingAct } from '../../ba/index.ts'
import { shownStory, showStory } from './story.ts'

/** A story of mine as it stands: what I told, the timeline, what may be asked next. */
export const readStory = readingAct({
  name: 'read-story',
  says: 'Reads a story of yours as it stands; nobody else can.',
  may: 'member',
  shows: ['story', 'topic', 'claim', 'source'],
  input: z.object({ story: id }),
  output: z.object({ story: shownStory }),
  run: async (here, { story }) => ({ story: await showStory(here, story) }),
})
