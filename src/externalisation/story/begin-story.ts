import { z } from 'zod'
import { areaNamed, type HereIAm, line, unfit, writingAct } from '../../ba/index.ts'
import { newTopic, type Topic, topicNamed, topicRef, topicsNow, topicTitled } from '../../knowledge/index.ts'
import { shownStory, showStory, storyChanged } from './story.ts'
import { addStory, openStoriesOf } from './story-rows.ts'

/** Begins a story of one decision, or resumes an open one on the same topic. */
export const beginStory = writingAct({
  name: 'begin-story',
  says: 'Begins the story of one time when you decided, about a topic by its name or its title; goes on with one that you left.',
  may: 'member',
  input: z.object({ topic: topicRef.optional(), title: line(120).optional(), area: line(80).optional() }),
  output: z.object({ story: shownStory }),
  run: async (here, given) => {
    const { tx, space, me, now, newId } = here
    const topic = await topicMeant(here, given)
    const leads = await topicsNow(tx, space.id)
    const open = (await openStoriesOf(tx, space.id, me.id)).find((story) => leads(story.topic_id) === topic.id)
    const story = open?.id ?? newId()
    if (!open) {
      const begun = {
        space_id: space.id,
        id: story,
        area_id: topic.area_id,
        topic_id: topic.id,
        teller: me.id,
        version: 1,
        timeline: '[]',
        retold: 0,
        decision: null,
        source_id: null,
        begun_at: now,
        told_at: null,
        retold_at: null,
        corrected_at: null,
        finished_at: null,
      }
      await addStory(tx, begun)
      storyChanged(here, begun)
    }
    return { story: await showStory(here, story) }
  },
})

type TopicOrTitle = { topic?: string | undefined; title?: string | undefined; area?: string | undefined }

/** The named topic; a title without a topic starts one. */
async function topicMeant(here: HereIAm, { topic, title, area: slug }: TopicOrTitle): Promise<Topic> {
  if (topic !== undefined) return topicNamed(here, topic)
  if (title === undefined) throw unfit('title', 'It is not said what the story is about.', 'Name a topic or a title.')
  const area = areaNamed(here, slug)
  const found = await topicTitled(here.tx, here.space.id, area.id, title)
  return found ?? newTopic(here, { title, area: area.id, by: here.me.id })
}
