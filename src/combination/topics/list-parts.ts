import { z } from 'zod'
import { readingAct } from '../../ba/index.ts'
import {
  claimsOfTopic,
  pageOf,
  plainWords,
  showClaims,
  shownClaim,
  topicNamed,
  topicRef,
} from '../../knowledge/index.ts'
import { linesCited } from './lines-cited.ts'
import { partsOf } from './part-page.ts'

/** What a topic is made of, to choose from what shall be a topic of its own. */
export const listParts = readingAct({
  name: 'list-parts',
  says: 'Lists the blocks of a page and the lines of its topic, to choose what is to be a topic of its own.',
  may: 'reader',
  input: z.object({ topic: topicRef }),
  output: z.object({
    version: z.number(),
    blocks: z.array(
      z.object({
        n: z.number(),
        words: z.string(),
        heading: z.boolean(),
        /** The lines that it cites. */
        claims: z.array(z.string()),
      }),
    ),
    claims: z.array(shownClaim),
  }),
  run: async (here, { topic: ref }) => {
    const topic = await topicNamed(here, ref)
    const page = await pageOf(here.tx, here.space.id, topic.id)
    const claims = await claimsOfTopic(here.tx, here.space.id, topic.id)
    const blocks = page ? partsOf(page.markdown, topic.title) : []
    return {
      version: page?.version ?? 0,
      blocks: blocks.map(({ n, text }) => ({
        n,
        words: plainWords(text.replace(/^#{1,6} +/, '')).slice(0, 400),
        heading: /^#{1,6} /.test(text),
        claims: linesCited(claims, text).map(({ id }) => id),
      })),
      claims: await showClaims(here, claims),
    }
  },
})
