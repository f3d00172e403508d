import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, readingAct, UPWARDS } from '../ba/index.ts'
import { sayables, showClaim, shownClaim } from './claim.ts'
import { claimsOfTopicFrom } from './claim-rows.ts'
import { topicNamed, topicRef } from './topic.ts'

/** Lists the confirmed claims about a topic. */
export const listClaims = readingAct({
  name: 'list-claims',
  says: 'Lists what people said about a topic and confirmed; or only what can be said so.',
  may: 'reader',
  tool: 'of-all',
  shows: ['topic', 'community', 'claim of topic', 'evidence of topic', 'release of topic', 'difference of topic'],
  input: z.object({ topic: topicRef, sayable: z.enum(sayables).optional(), ...byPage }),
  output: z.object({ claims: pageRows(shownClaim), next }),
  run: async (here, { topic: ref, sayable, ...asked }) => {
    const topic = await topicNamed(here, ref)
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: ([at, id], limit) => claimsOfTopicFrom(here.tx, here.space.id, topic.id, { at, id }, limit),
      place: ({ proposed_at, id }) => [proposed_at, id],
      show: (claim) => (sayable === undefined || claim.sayable === sayable ? showClaim(here, claim) : undefined),
    })
    return { claims: page.rows, next: page.next }
  },
})
