import { z } from 'zod'
import { shownTopic } from '../../../knowledge/index.ts'
import { gapFor } from './gap-for.ts'
import { missingFor } from './missing-for.ts'
import { shownQuestion } from './shown-question.ts'
import { thingKind } from './thing-kind.ts'

/** A newcomer's question, otherwise a search that found nothing; one at a time. */
export const gap = thingKind({
  shown: z.discriminatedUnion('kind', [
    /** A question without its asker's name: a gap that a newcomer met. */
    z.object({
      kind: z.literal('gap'),
      question: shownQuestion,
      askedAt: z.string(),
    }),
    /** A search that found nothing, which the caller may be able to answer. */
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
