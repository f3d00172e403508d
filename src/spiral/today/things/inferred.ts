import { z } from 'zod'
import { person } from '../../../ba/index.ts'
import { dismissalsOf, inferredAbout } from '../../findings/index.ts'
import { thingKind } from './thing-kind.ts'

/** A finding about the caller, until they let it be seen or dismiss it; nobody else is told. */
export const inferred = thingKind({
  shown: z.object({
    kind: z.literal('inferred'),
    scan: z.string(),
    finding: z.number().int(),
    line: z.string(),
    brought: z.string(),
    by: person,
    at: z.string(),
  }),
  find: async ({ tx, space, me, areas }) => {
    const about = (await inferredAbout(tx, space.id, me.id)).filter((one) => areas.has(one.area_id) && !one.stands_at)
    if (about.length === 0) return []
    const aside = await dismissalsOf(tx, space.id, me.id)
    return about
      .filter(({ turn_id, finding }) => !aside.has(`${turn_id} ${finding}`))
      .map(({ turn_id, finding, line, brought, by_person, byName, at }) => {
        const by = { id: by_person, name: byName }
        return { kind: 'inferred' as const, scan: turn_id, finding, line, brought, by, at }
      })
  },
})
