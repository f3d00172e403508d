import { z } from 'zod'
import { person } from '../../../ba/index.ts'
import { doingsToWitness } from '../../../internalisation/index.ts'
import { claimById, type Help, helps, maySeeClaim, shownTopic, showTopicById } from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({
  kind: z.literal('witness'),
  doing: z.string(),
  topic: shownTopic,
  who: person,
  on: z.string(),
  /** The claim that was done, if it was one. */
  line: z.string().nullable(),
  help: z.enum(helps).nullable(),
  words: z.string().nullable(),
  unusual: z.string().nullable(),
})

/** A doing that names the caller as witness, until they respond. */
export const doingToWitness = thingKind({
  shown,
  find: async (here) => {
    const things: z.input<typeof shown>[] = []
    for (const doing of await doingsToWitness(here.tx, here.space.id, here.me.id)) {
      if (!here.areas.has(doing.area_id)) continue
      const line = doing.claim_id ? await claimById(here.tx, here.space.id, doing.claim_id) : undefined
      things.push({
        kind: 'witness',
        doing: doing.id,
        topic: await showTopicById(here, doing.topic_id),
        who: { id: doing.person_id, name: doing.name },
        on: doing.done_on,
        line: line && maySeeClaim(here, line) ? line.statement : null,
        help: doing.help as Help | null,
        words: doing.words,
        unusual: doing.unusual,
      })
    }
    return things
  },
})
