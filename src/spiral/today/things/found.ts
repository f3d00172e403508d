import { z } from 'zod'
import { missingOf } from '../../../search/index.ts'
import { thingKind } from './thing-kind.ts'

/** What I looked for in vain, and what was said since answers, until I have read it. */
export const found = thingKind({
  shown: z.object({ kind: z.literal('found'), missing: z.string(), words: z.string(), at: z.string() }),
  find: async ({ tx, space, me }) =>
    (await missingOf(tx, space.id, me.id)).flatMap(({ id, words, found_at }) =>
      found_at === null ? [] : [{ kind: 'found' as const, missing: id, words, at: found_at }],
    ),
})
