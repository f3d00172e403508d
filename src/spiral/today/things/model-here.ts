import { z } from 'zod'
import { person, shownArea } from '../../../ba/index.ts'
import { modelUses } from '../../../model/index.ts'
import { dismissalsOf } from '../../findings/index.ts'
import { thingKind } from './thing-kind.ts'

/**
 * Notice that a language model receives the content of an area of the caller's, until acknowledged.
 */
export const modelHere = thingKind({
  shown: z.object({
    kind: z.literal('model-here'),
    use: z.string(),
    model: z.string(),
    where: z.string(),
    area: z.object({ slug: z.string(), name: z.string(), closed: z.boolean() }),
    by: person,
    at: z.string(),
  }),
  find: async (here) => {
    const { tx, space, me, areas } = here
    const on = (await modelUses(tx, space.id)).filter((one) => one.turned_on_by !== me.id && areas.has(one.area_id))
    if (on.length === 0) return []
    const seen = await dismissalsOf(tx, space.id, me.id)
    return on
      .filter(({ id }) => !seen.has(id))
      .map((one) => ({
        kind: 'model-here' as const,
        use: one.id,
        model: one.name,
        where: one.place,
        area: shownArea(here, one.area_id),
        by: { id: one.turned_on_by, name: one.byName },
        at: one.turned_on_at,
      }))
  },
})
