import { z } from 'zod'
import { colleague, type HereIAm, id, inArea, onlyFor, writingAct } from '../ba/index.ts'
import { addKeeping, keepingsOf, settleKeeping } from './keeping-rows.ts'
import { type Topic, topicNamed, topicRef } from './topic.ts'

/**
 * Makes the caller keeper of a page, or asks a colleague to be. Nobody is notified of a refusal.
 */
export const askToKeep = writingAct({
  name: 'ask-to-keep',
  says: 'Asks a colleague to be the keeper of a page, which they may decline and nobody is told; or makes you its keeper.',
  may: 'member',
  input: z.object({ topic: topicRef, person: id.optional() }),
  output: z.object({}),
  run: async (here, { topic: ref, person = here.me.id }) => {
    const { tx, space, me, now } = here
    const topic = await topicNamed(here, ref)
    if (person !== me.id) await colleague(here, topic.area_id, person, 'person')
    const mine = person === me.id
    const earlier = (await keepingsOf(tx, space.id, topic.id)).find((one) => one.person_id === person)
    // Somebody who declined is not asked again, and the asker cannot tell; oneself one may appoint
    // later.
    if (earlier && mine && earlier.since === null) await settle(here, topic, earlier)
    if (!earlier) await add(here, topic, person, mine ? now : null)
    return {}
  },
})

type Keeping = Awaited<ReturnType<typeof keepingsOf>>[number]

async function settle({ tx, now, changed }: HereIAm, topic: Topic, earlier: Keeping) {
  await settleKeeping(tx, { ...earlier, since: now, declined_at: null, ended_at: null })
  changed({ keeping: earlier.id }, inArea(topic.area_id, topic.id))
}

async function add(here: HereIAm, topic: Topic, person: string, since: string | null) {
  const { tx, space, me, now, newId, changed } = here
  const id = newId()
  await addKeeping(tx, {
    space_id: space.id,
    id,
    topic_id: topic.id,
    person_id: person,
    asked_by: me.id,
    asked_at: now,
    since,
    declined_at: null,
    ended_at: null,
  })
  // Only the two of them see it until they accept.
  changed({ keeping: id }, since ? inArea(topic.area_id, topic.id) : onlyFor(person, topic.id))
}
