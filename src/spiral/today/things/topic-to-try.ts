import { z } from 'zod'
import { isRouted, person } from '../../../ba/index.ts'
import {
  claimById,
  maySeeClaim,
  newestOfPerson,
  shownTopic,
  showTopicById,
  speakerOf,
  topicsDoneBy,
  topicsLedTo,
} from '../../../knowledge/index.ts'
import { dismissalsOf } from '../../findings/index.ts'
import { thingKind } from './thing-kind.ts'

/** The most shown at once. */
const MOST = 4

const shown = z.object({
  kind: z.literal('try'),
  topic: shownTopic,
  line: z.object({ id: z.string(), statement: z.string() }).nullable(),
  with: person.nullable(),
})

/**
 * A claim that the caller remembers, on a topic without a doing of theirs; in a larger space, with
 * its speaker as companion.
 */
export const topicToTry = thingKind({
  shown,
  find: async (here) => {
    const { tx, space, me, areas } = here
    const mine = await newestOfPerson(tx, space.id, me.id, 'remembers', [...areas.keys()])
    const did = await topicsDoneBy(tx, space.id, me.id)
    const now = await topicsLedTo(tx, space.id, [...new Set([...mine.map((row) => row.topic_id), ...did])])
    const done = new Set(did.map(now))
    const read = await dismissalsOf(tx, space.id, me.id)
    const things: z.input<typeof shown>[] = []
    for (const row of mine) {
      const topic = now(row.topic_id)
      if (things.length >= MOST) break
      if (done.has(topic) || read.has(topic)) continue
      // A withdrawn claim is not offered.
      const claim = row.about_kind === 'claim' ? await claimById(tx, space.id, row.about_id ?? '') : undefined
      if (row.about_kind === 'claim' && !(claim && maySeeClaim(here, claim))) continue
      done.add(topic)
      const beside = claim && (await isRouted(tx, space.id, row.area_id))
      things.push({
        kind: 'try',
        topic: await showTopicById(here, topic),
        line: claim ? { id: claim.id, statement: claim.statement } : null,
        // A group has no single person as companion.
        with: beside ? speakerOf(claim.voice) : null,
      })
    }
    return things
  },
})
