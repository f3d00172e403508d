import { z } from 'zod'
import { readingAct } from '../ba/index.ts'
import { showClaims, shownClaim } from './claim.ts'
import { claimsOfTopic } from './claim-rows.ts'
import { topicNamed, topicRef } from './topic.ts'

/** What was said about a topic, and confirmed by who said it. */
export const listClaims = readingAct({
  name: 'list-claims',
  says: 'Lists what people said about a topic and confirmed.',
  may: 'reader',
  input: z.object({ topic: topicRef }),
  output: z.object({ claims: z.array(shownClaim) }),
  run: async (here, { topic: ref }) => {
    const topic = await topicNamed(here, ref)
    return { claims: await showClaims(here, await claimsOfTopic(here.tx, here.space.id, topic.id)) }
  },
})
