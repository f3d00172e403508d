import { z } from 'zod'
import { clash, type HereIAm, id, text, unfit, writingAct } from '../../ba/index.ts'
import { showClaims, shownClaim, showTopicById } from '../../knowledge/index.ts'
import { keepTold } from '../keep-told.ts'
import { type StoryContent, sentencesOfStory } from './sentences-of-story.ts'
import { myStory, repliesOf, storyChanged, timelineOf } from './story.ts'
import { keepStory, type StoryRow, tellingsOf } from './story-rows.ts'

/** The most lines: the timeline, the replies and the wordless part. */
const LINES = 100

/** Finishes a story: stores it as a private source with proposed lines to confirm. */
export const finishStory = writingAct({
  name: 'finish-story',
  says: 'Finishes a story of yours: its lines wait for you to correct and confirm; `wordless` is what you could not put into words.',
  may: 'member',
  input: z.object({ story: id, wordless: text(2000).optional() }),
  output: z.object({ source: z.string(), claims: z.array(shownClaim).max(LINES) }),
  run: async (here, { story: storyId, wordless }) => {
    const story = await myStory(here, storyId)
    if (story.source_id !== null) return { source: story.source_id, claims: [] }
    const said = await saidIn(here, story, wordless)
    if (said.timeline.length === 0) throw unfit('story', 'It has not been retold yet.', 'Have it retold first.')
    const { source, claims } = await keepTold(here, {
      kind: 'story',
      title: (await showTopicById(here, story.topic_id)).title,
      area: story.area_id,
      topic: story.topic_id,
      question: null,
      voice: { person: here.me },
      sentences: sentencesOfStory(said),
    })
    if ((await keepStory(here.tx, story, { source_id: source, finished_at: here.now })) !== 1) throw clash('story')
    storyChanged(here, story)
    return { source, claims: await showClaims(here, claims) }
  },
})

async function saidIn(here: HereIAm, story: StoryRow, wordless: string | undefined): Promise<StoryContent> {
  const replies = repliesOf(await tellingsOf(here.tx, here.space.id, story.id))
  return {
    timeline: timelineOf(story),
    replies: replies.flatMap(({ asks, words }) => (words ? [{ asks, words }] : [])),
    wordless: wordless ?? null,
  }
}
