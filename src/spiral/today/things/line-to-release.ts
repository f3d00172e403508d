import { z } from 'zod'
import { person } from '../../../ba/index.ts'
import { releaseLinesWaitingFor, shownTopic, showTopicById } from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({
  kind: z.literal('release'),
  claim: z.string(),
  topic: shownTopic,
  by: person,
  statement: z.string(),
  holdsWhen: z.string().nullable(),
  words: z.string(),
})

/** Claims of the caller in closed areas that somebody wants to release: one per topic at a time. */
export const lineToRelease = thingKind({
  shown,
  find: async (here) => {
    const lines = (await releaseLinesWaitingFor(here.tx, here.space.id, here.me.id)).filter((line) =>
      here.areas.has(line.area_id),
    )
    const things: z.input<typeof shown>[] = []
    for (const line of new Map(lines.toReversed().map((one) => [one.topic_id, one])).values()) {
      things.push({
        kind: 'release',
        claim: line.claim_id,
        topic: await showTopicById(here, line.topic_id),
        by: { id: line.by_person, name: line.byName },
        statement: line.statement,
        // Conditions that the claim states itself are not repeated.
        holdsWhen:
          line.holds_when && !line.statement.toLowerCase().includes(line.holds_when.toLowerCase())
            ? line.holds_when
            : null,
        words: line.words,
      })
    }
    return things
  },
})
