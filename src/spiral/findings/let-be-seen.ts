import { z } from 'zod'
import { id, onlyFor, orAbsent, writingAct } from '../../ba/index.ts'
import { inferredAbout, letInferredStand } from './inferred-rows.ts'

/** Sets whether whoever ran a scan may see what it found about the caller. */
export const letBeSeen = writingAct({
  name: 'let-be-seen',
  formerly: { name: 'let-be-seen', fields: { turn: 'scan' } },
  says: 'Lets whoever had something scanned see what was inferred about you from it, or takes that back.',
  may: 'reader',
  input: z.object({ scan: id, finding: z.int().min(0).max(50), seen: z.boolean() }),
  output: z.object({}),
  run: async ({ tx, space, me, areas, now, changed }, { scan, finding, seen }) => {
    const mine = (await inferredAbout(tx, space.id, me.id)).find(
      (one) => one.turn_id === scan && one.finding === finding && areas.has(one.area_id),
    )
    const { by_person } = orAbsent(mine, 'scan', 'thing that was inferred about you')
    const key = { space_id: space.id, turn_id: scan, finding, person_id: me.id }
    await letInferredStand(tx, { ...key, stands_at: seen ? now : null })
    for (const one of new Set([me.id, by_person])) changed({ inferred: scan }, onlyFor(one))
    return {}
  },
})
