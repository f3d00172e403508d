import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, person, readingAct } from '../../ba/index.ts'
import { inferredBefore } from './inferred-rows.ts'

/** Lists the findings about the caller, which nobody else sees unless the caller lets them. */
export const listInferred = readingAct({
  name: 'list-inferred',
  says: 'Lists what was inferred about you from what others had scanned here; they see it once you let them.',
  may: 'reader',
  shows: ['inferred', 'scan'],
  input: z.object(byPage),
  output: z.object({
    inferred: pageRows(
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
    next,
  }),
  run: async ({ tx, space, me, areas }, asked) => {
    const mine = { space: space.id, person: me.id, areas: [...areas.keys()] }
    const page = await pageOfList(asked, {
      from: ['~', '~', -1] as At,
      rows: ([at, scan, finding], most) => inferredBefore(tx, { ...mine, at, scan, finding, most }),
      place: ({ at, turn_id, finding }): At => [at, turn_id, finding],
      show: ({ turn_id, finding, line, brought, by_person, byName, at, stands_at }) => ({
        scan: turn_id,
        finding,
        line,
        brought,
        by: { id: by_person, name: byName },
        at,
        seen: stands_at !== null,
      }),
    })
    return { inferred: page.rows, next: page.next }
  },
})

type At = [at: string, scan: string, finding: number]
