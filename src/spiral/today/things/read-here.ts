import { z } from 'zod'
import { inferenceOn, person, readOf } from '../../../ba/index.ts'
import { dismissalsOf } from '../../findings/index.ts'
import { thingKind } from './thing-kind.ts'

/** What is read here to infer who holds what, until I say that I have seen it; who turned it on knows. */
export const readHere = thingKind({
  shown: z.object({
    kind: z.literal('read-here'),
    inference: z.string(),
    from: z.enum(readOf),
    by: person,
    at: z.string(),
  }),
  find: async ({ tx, space, me }) => {
    const on = (await inferenceOn(tx, space.id)).filter((one) => one.turned_on_by !== me.id)
    if (on.length === 0) return []
    const seen = await dismissalsOf(tx, space.id, me.id)
    return on
      .filter(({ id }) => !seen.has(id))
      .map((one) => ({
        kind: 'read-here' as const,
        inference: one.id,
        from: one.what as (typeof readOf)[number],
        by: { id: one.turned_on_by, name: one.name },
        at: one.turned_on_at,
      }))
  },
})
