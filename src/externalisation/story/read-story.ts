import { z } from 'zod'
import { id, readingAct } from '../../ba/index.ts'
import { shownStory, showStory } from './story.ts'

/** Reads a story of the caller: tellings, timeline and next probes. */
export const readStory = readingAct({
  name: 'read-story',
  says: 'Reads a story of yours as it stands; nobody else can.',
  may: 'member',
  shows: ['story', 'topic', 'claim', 'source'],
  input: z.object({ story: id }),
  output: z.object({ story: shownStory }),
  run: async (here, { story }) => ({ story: await showStory(here, story) }),
})
