import { z } from 'zod'
import { isRouted, person, readingAct } from '../ba/index.ts'
import { maySeeEvidence, newestEvidenceOn, shownReason, showReason, topicNamed, topicRef } from '../knowledge/index.ts'
import { worthAsking } from './worth-asking.ts'

/** The most people shown, and the most reasons of each. */
export const [PEOPLE, REASONS] = [50, 10]

/** Lists people to ask about a topic, with reasons and dates; no figures, ranks or titles. */
export const whoKnows = readingAct({
  name: 'who-knows',
  says: 'Shows who has something on record about a topic, with the reasons and their dates.',
  may: 'reader',
  tool: 'of-all',
  shows: [
    'topic',
    'member',
    'inference',
    'passage',
    'source',
    'scan',
    'inferred',
    'evidence of topic',
    'keeping of topic',
    'claim of topic',
    'page of topic',
    'showing of topic',
    'doing of topic',
    'story of topic',
    'conversion of topic',
  ],
  input: z.object({ topic: topicRef }),
  output: z.object({
    /**
     * Whether the first people are proposed; if not, people are in order of name and the room is
     * asked.
     */
    routed: z.boolean(),
    people: z.array(z.object({ person, reasons: z.array(shownReason).max(REASONS), me: z.boolean() })).max(PEOPLE),
  }),
  run: async (here, { topic: ref }) => {
    const { tx, space, me, now } = here
    const topic = await topicNamed(here, ref)
    const evidence = await newestEvidenceOn(tx, space.id, topic.id, me.id)
    const seen = evidence.filter((row) => maySeeEvidence(row, me.id))
    const asked = firstOf(worthAsking(seen, now), me.id)
    const routed = await isRouted(tx, space.id, topic.area_id)
    if (!routed) asked.sort((a, b) => (a.name < b.name ? -1 : 1))
    return {
      routed,
      people: asked.slice(0, PEOPLE).map(({ person, name, reasons }) => ({
        person: { id: person, name },
        reasons: reasons.slice(0, REASONS).map(showReason),
        me: person === me.id,
      })),
    }
  },
})

/** The people most worth asking, and the caller. */
const firstOf = <P extends { person: string }>(people: readonly P[], me: string) =>
  people.filter(({ person }, n) => n < PEOPLE || person === me)
