import { z } from 'zod'
import { missingOf } from '../../../search/index.ts'
import { thingKind } from './thing-kind.ts'

/** A search of the caller's that found nothing and that was answered since, until read. */
export const found = thingKind({
  shown: z.object({ kind: z.literal('found'), missing: z.string(), words: z.string(), at: z.string() }),
  find: async ({ tx, space, me }) =>
    (await missingOf(tx, space.id, me.id, 30)).flatMap(({ id, words, found_at }) =>
      found_at === null ? [] : [{ kind: 'found' as const, missing: id, words, at: found_at }],
    ),
})
