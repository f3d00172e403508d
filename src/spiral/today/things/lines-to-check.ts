import { z } from 'zod'
import { type Claim, claimsWaitingFor, shownTopic, shownVoice, showTopicById } from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

const shown = z.object({
  kind: z.literal('check'),
  source: z.string(),
  topic: shownTopic,
  count: z.number(),
  first: z.string(),
  /** The voice: the caller, a group of theirs, or a document. */
  voice: shownVoice,
})

/** Proposed claims of the caller, one thing per source. */
export const linesToCheck = thingKind({
  shown,
  find: async (here) => {
    const bySource = new Map<string, Claim[]>()
    for (const claim of await claimsWaitingFor(here.tx, here.space.id, here.me.id)) {
      if (!here.areas.has(claim.area_id)) continue
      const claims = bySource.get(claim.source_id)
      if (claims) claims.push(claim)
      else bySource.set(claim.source_id, [claim])
    }
    const things: z.input<typeof shown>[] = []
    for (const [source, claims] of bySource) {
      const [claim] = claims
      if (!claim) continue
      const topic = await showTopicById(here, claim.topic_id)
      const { statement: first, voice } = claim
      things.push({ kind: 'check', source, topic, count: claims.length, first, voice })
    }
    return things
  },
})
