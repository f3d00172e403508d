import { z } from 'zod'
import { person, readingAct } from '../../ba/index.ts'
import { inferredAbout } from './inferred-rows.ts'

/** What was inferred about me: I see it first, and nobody else does unless I let them. */
export const listInferred = readingAct({
  name: 'list-inferred',
  says: 'Lists what was inferred about you from what others brought here; they see it once you let them.',
  may: 'reader',
  input: z.object({}),
  output: z.object({
    inferred: z.array(
      z.object({
        scan: z.string(),
        finding: z.number().int(),
        line: z.string(),
        brought: z.string(),
        by: person,
        at: z.string(),
        seen: z.boolean(),
      }),
    ),
  }),
  run: async ({ tx, space, me, areas }) => ({
    inferred: (await inferredAbout(tx, space.id, me.id))
      .filter(({ area_id }) => areas.has(area_id))
      .map(({ turn_id, finding, line, brought, by_person, byName, at, stands_at }) => ({
        scan: turn_id,
        finding,
        line,
        brought,
        by: { id: by_person, name: byName },
        at,
        seen: stands_at !== null,
      })),
  }),
})
