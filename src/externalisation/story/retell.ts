import { z } from 'zod'
import { clash, id, unfit, writingAct } from '../../ba/index.ts'
import { retellingOf } from './retelling.ts'
import { myOpenStory, shownStory, showStory, storyChanged, timelineOf, toldOf } from './story.ts'
import { keepStory, tellingsOf } from './story-rows.ts'

/** Retells a story as a timeline to be corrected; new tellings are appended. */
export const retell = writingAct({
  name: 'retell',
  says: 'Gives you back what you told as a timeline of your own sentences, in the order told, for you to correct.',
  may: 'member',
  input: z.object({ story: id }),
  output: z.object({ story: shownStory }),
  run: async (here, { story: storyId }) => {
    const { tx, space, now, newId } = here
    const story = await myOpenStory(here, storyId)
    const told = toldOf(await tellingsOf(tx, space.id, story.id))
    if (told.length === 0) throw unfit('story', 'Nothing is told yet.', 'Tell what happened first.')
    if (told.length > story.retold) {
      const fresh = retellingOf(told.slice(story.retold).map(({ words }) => words ?? ''))
      const lines = [...timelineOf(story), ...fresh.map((words) => ({ id: newId(), told: words, words }))]
      const changed = { timeline: JSON.stringify(lines), retold: told.length, retold_at: now }
      if ((await keepStory(tx, story, changed)) !== 1) throw clash('story')
      storyChanged(here, story)
    }
    return { story: await showStory(here, story.id) }
  },
})
