import { z } from 'zod'
import { id, text, unfit, writingAct } from '../../ba/index.ts'
import { type Family, families, nextProbes } from './probes.ts'
import { retellingOf } from './retelling.ts'
import { hows, myOpenStory, repliesOf, shownStory, showStory, storyChanged } from './story.ts'
import { addTelling, tellingsOf } from './story-rows.ts'

/** With the timeline's sixty lines and the last question, these fit one confirmation. */
const MOST = 30

/** Answers a probe in words, offers to show instead, or skips it. */
export const answerProbe = writingAct({
  name: 'answer-probe',
  says: 'Replies to what was asked about a decision in a story of yours, or says that you would rather show it, or skips it.',
  may: 'member',
  input: z.object({
    story: id,
    family: z.enum(families),
    how: z.enum(hows).default('said'),
    words: text(5000).optional(),
  }),
  output: z.object({ story: shownStory }),
  run: async (here, { story: storyId, family, how, words }) => {
    const { tx, space, now } = here
    const story = await myOpenStory(here, storyId)
    if (story.decision === null) throw unfit('story', 'No line of it is picked yet.', 'Say where you decided first.')
    const said = await tellingsOf(tx, space.id, story.id)
    const again = said.find((one) => one.probe === family)
    const reply = how === 'said' ? (words ?? null) : null
    if (how === 'said' && reply === null) throw unfit('words', 'It is empty.', 'Write a line, or skip it.')
    if (again && (again.how !== how || again.words !== reply)) {
      throw unfit('family', 'You have replied to this already.', 'Pick another; the lines can be corrected at the end.')
    }
    if (!again) {
      mayBeAsked(
        family,
        repliesOf(said).map((one) => one.family),
      )
      stayWithin([...said.flatMap((one) => (one.probe ? [one.words ?? ''] : [])), reply ?? ''])
      const row = { space_id: space.id, story_id: story.id, n: said.length + 1 }
      await addTelling(tx, { ...row, probe: family, how, words: reply, at: now })
      storyChanged(here, story)
    }
    return { story: await showStory(here, story.id) }
  },
})

function mayBeAsked(family: Family, done: Family[]): void {
  if (!nextProbes(done).includes(family))
    throw unfit('family', 'It is not its turn yet.', 'Take one of those that are offered.')
}

function stayWithin(replies: string[]): void {
  if (retellingOf(replies).length > MOST)
    throw unfit('words', `With this the replies have more than ${MOST} sentences.`, 'Say it in fewer.')
}
