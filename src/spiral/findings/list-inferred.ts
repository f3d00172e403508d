import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, person, readingAct, rowsAfter } from '../../ba/index.ts'
import { inferredAbout } from './inferred-rows.ts'

/** What was inferred about me: I see it first, and nobody else does unless I let them. */
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
    const about = (await inferredAbout(tx, space.id, me.id)).filter(({ area_id }) => areas.has(area_id))
    // The newest first; of one turn, by the number of the finding.
    const place = (one: (typeof about)[number]): At => [-Date.parse(one.at), one.turn_id, one.finding]
    const page = await pageOfList(asked, {
      from: [-Number.MAX_SAFE_INTEGER, '', -1] as At,
      rows: rowsAfter(about, place),
      place,
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

type At = [newest: number, turn: string, finding: number]
