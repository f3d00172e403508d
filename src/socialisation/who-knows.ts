import { z } from 'zod'
import { peopleOf, person, readingAct } from '../ba/index.ts'
import { evidenceOn, maySeeEvidence, shownReason, showReason, topicNamed, topicRef } from '../knowledge/index.ts'
import { worthAsking } from './worth-asking.ts'

/** Below so many people a space ranks nobody; it shows who has a reason, by name. */
const RANKED_FROM = 15

/** Who likes to be asked about a topic: reasons and their dates, no figure, no rank, no title. */
export const whoKnows = readingAct({
  name: 'who-knows',
  says: 'Shows who has something on record about a topic, with the reasons and their dates.',
  may: 'reader',
  input: z.object({ topic: topicRef }),
  output: z.object({
    people: z.array(z.object({ person, reasons: z.array(shownReason), me: z.boolean() })),
  }),
  run: async (here, { topic: ref }) => {
    const { tx, space, me, now } = here
    const topic = await topicNamed(here, ref)
    const evidence = (await evidenceOn(tx, space.id, topic.id)).filter((row) => maySeeEvidence(row, me.id))
    const asked = worthAsking(evidence, now)
    const ranked = (await peopleOf(tx, space.id)).length >= RANKED_FROM
    if (!ranked) asked.sort((a, b) => (a.name < b.name ? -1 : 1))
    return {
      people: asked.map(({ person, name, reasons }) => ({
        person: { id: person, name },
        reasons: reasons.map(showReason),
        me: person === me.id,
      })),
    }
  },
})
