import { z } from 'zod'
import { type HereIAm, inArea, OPEN, onlyFor, unfit, writingAct } from '../ba/index.ts'
import {
  addRelease,
  askForLine,
  claimsOfTopic,
  newTopic,
  releaseLines,
  releaseOf,
  shownTopic,
  showTopicById,
  type Topic,
  topicNamed,
  topicRef,
} from '../knowledge/index.ts'

/**
 * A topic of a closed area is opened to everybody: an open topic of its title begins, and whoever said a line is asked
 * whether it may be read there. What is in the closed area stays there as it is.
 */
export const release = writingAct({
  name: 'release',
  says: 'Opens a topic of a closed area to everybody: its title at once, each line once its speaker agrees.',
  may: 'keeper',
  input: z.object({ topic: topicRef }),
  output: z.object({ topic: shownTopic }),
  run: async (here, { topic: ref }) => {
    const topic = await topicNamed(here, ref)
    if (topic.area_id === OPEN)
      throw unfit('topic', 'Everybody here may read it already.', 'Name a topic of a closed area.')
    const { id, open_topic_id } = (await releaseOf(here.tx, here.space.id, topic.id)) ?? (await begin(here, topic))
    await askSpeakers(here, topic, id)
    return { topic: await showTopicById(here, open_topic_id) }
  },
})

async function begin(here: HereIAm, { id: topic_id, title }: Topic) {
  const { tx, space, me, now, newId } = here
  const opened = await newTopic(here, { title, area: OPEN, by: me.id })
  const row = { space_id: space.id, id: newId(), topic_id, open_topic_id: opened.id, by_person: me.id, at: now }
  await addRelease(tx, row)
  here.changed({ release: row.id }, inArea(OPEN, opened.id))
  return row
}

/** Nobody is asked twice about a line; released again, those are asked who have said something since. */
async function askSpeakers(here: HereIAm, topic: Topic, release: string): Promise<void> {
  const { tx, space, now, newId } = here
  const asked = new Set((await releaseLines(tx, space.id, release)).map(({ claim_id }) => claim_id))
  for (const { id, speaker_id } of await claimsOfTopic(tx, space.id, topic.id)) {
    if (asked.has(id)) continue
    await askForLine(tx, { space_id: space.id, id: newId(), release_id: release, claim_id: id, asked_at: now })
    here.changed({ release }, onlyFor(speaker_id, topic.id))
  }
}
