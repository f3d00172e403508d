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
  speakerOf,
  type Topic,
  topicNamed,
  topicRef,
} from '../knowledge/index.ts'

/**
 * Releases a topic of a closed area: starts an open topic with its title, and asks each speaker
 * whether their lines may be read there. The closed topic stays as it is.
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

/** Each speaker is asked once per line; a repeated release asks about newer lines. */
async function askSpeakers(here: HereIAm, topic: Topic, release: string): Promise<void> {
  const { tx, space, now, newId } = here
  const asked = new Set((await releaseLines(tx, space.id, release)).map(({ claim_id }) => claim_id))
  for (const { id, voice } of await claimsOfTopic(tx, space.id, topic.id)) {
    // Groups and documents are not asked: a group can state it again, a document be brought in
    // again.
    const speaker = speakerOf(voice)
    if (asked.has(id) || !speaker) continue
    await askForLine(tx, { space_id: space.id, id: newId(), release_id: release, claim_id: id, asked_at: now })
    here.changed({ release }, onlyFor(speaker.id, topic.id))
  }
}
