import { z } from 'zod'
import { clash, id, orAbsent, writingAct } from '../../ba/index.ts'
import { myOpenStory, shownStory, showStory, storyChanged, timelineOf } from './story.ts'
import { keepStory } from './story-rows.ts'

/** Picks the line of the decision; up to three probes are offered then. */
export const deepen = writingAct({
  name: 'deepen',
  says: 'Says at which line of a story of yours you decided, and offers up to three things that may be asked about it.',
  may: 'member',
  input: z.object({ story: id, line: id }),
  output: z.object({ story: shownStory }),
  run: async (here, { story: storyId, line }) => {
    const story = await myOpenStory(here, storyId)
    const decision = orAbsent(
      timelineOf(story).find((one) => one.id === line),
      'line',
      'line in it',
    )
    if ((await keepStory(here.tx, story, { decision: decision.id })) !== 1) throw clash('story')
    storyChanged(here, story)
    return { story: await showStory(here, story.id) }
  },
})
