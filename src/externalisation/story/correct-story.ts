import { z } from 'zod'
import { clash, id, text, unfit, writingAct } from '../../ba/index.ts'
import { correctedTimeline } from './retelling.ts'
import { LETTERS, LINES, myOpenStory, shownStory, showStory, storyChanged, timelineOf } from './story.ts'
import { keepStory } from './story-rows.ts'

/**
 * Corrects the timeline: lines reworded, reordered, removed, added or split. The tellings stay
 * unchanged.
 */
export const correctStory = writingAct({
  name: 'correct-story',
  says: 'Corrects the timeline of a story of yours: all its lines, in the order and words that you want.',
  may: 'member',
  input: z.object({
    story: id,
    version: z.int(),
    lines: z
      .array(z.object({ line: id.optional(), words: text(10_000) }))
      .min(1, 'is empty')
      .max(LINES, `has more than ${LINES} lines`)
      .refine(
        (lines) => lines.map(({ words }) => words).join('').length <= LETTERS,
        `is longer than ${LETTERS} characters`,
      ),
  }),
  output: z.object({ story: shownStory }),
  run: async (here, { story: storyId, version, lines }) => {
    const story = await myOpenStory(here, storyId)
    if (story.retold_at === null) throw unfit('story', 'It has not been retold yet.', 'Have it retold first.')
    const timeline = correctedTimeline(timelineOf(story), lines, here.newId)
    const changed = {
      timeline: JSON.stringify(timeline),
      decision: timeline.some((one) => one.id === story.decision) ? story.decision : null,
      corrected_at: here.now,
    }
    if ((await keepStory(here.tx, { ...story, version }, changed)) !== 1) throw clash('story')
    storyChanged(here, story)
    return { story: await showStory(here, story.id) }
  },
})
