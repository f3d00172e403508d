import { z } from 'zod'
import { shownTopic } from '../../../knowledge/index.ts'
import { gapFor } from './gap-for.ts'
import { missingFor } from './missing-for.ts'
import { shownQuestion } from './shown-question.ts'
import { thingKind } from './thing-kind.ts'

/** What somebody new asked, else what somebody looked for in vain: one at a time. */
export const gap = thingKind({
  shown: z.discriminatedUnion('kind', [
    /** A question whose asker gave no name: somebody new fell into a gap of a topic. */
    z.object({
      kind: z.literal('gap'),
      question: shownQuestion,
      askedAt: z.string(),
    }),
    /** Something that somebody looked for and that is not in here, which I may know or keep. */
    z.object({
      kind: z.literal('missing'),
      missing: z.string(),
      words: z.string(),
      topic: shownTopic.nullable(),
      since: z.string(),
    }),
  ]),
  find: async (here) => {
    const question = await gapFor(here)
    if (question) return [{ kind: 'gap' as const, ...question }]
    const missing = await missingFor(here)
    return missing ? [{ kind: 'missing' as const, ...missing }] : []
  },
})
