import { z } from 'zod'
import { type Claim, claimsProposedBy, shownTopic, showTopicById } from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({
  kind: z.literal('check'),
  source: z.string(),
  topic: shownTopic,
  count: z.number(),
  first: z.string(),
})

/** Lines of mine that are proposed and not yet confirmed, a source a thing. */
export const linesToCheck = thingKind({
  shown,
  find: async (here) => {
    const bySource = new Map<string, Claim[]>()
    for (const claim of await claimsProposedBy(here.tx, here.space.id, here.me.id)) {
      if (here.areas.has(claim.area_id))
        bySource.set(claim.source_id, [...(bySource.get(claim.source_id) ?? []), claim])
    }
    const things: z.input<typeof shown>[] = []
    for (const [source, claims] of bySource) {
      const topic = await showTopicById(here, claims[0]?.topic_id ?? '')
      things.push({ kind: 'check', source, topic, count: claims.length, first: claims[0]?.statement ?? '' })
    }
    return things
  },
})
