import { z } from 'zod'
import { colleague, type HereIAm, id, inArea, onlyFor, writingAct } from '../ba/index.ts'
import { addKeeping, keepingsOf, settleKeeping } from './keeping-rows.ts'
import { type Topic, topicNamed, topicRef } from './topic.ts'

/** A page finds somebody who looks after it: oneself at once, a colleague when they say yes. A no tells nobody. */
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
    // Whoever said no is not asked twice, and whoever asks cannot tell; for oneself one may think again.
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
  // Until they have said yes, it is between the two.
  changed({ keeping: id }, since ? inArea(topic.area_id, topic.id) : onlyFor(person, topic.id))
}
