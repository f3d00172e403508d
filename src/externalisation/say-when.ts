import { z } from 'zod'
import { clash, id, line, orAbsent, writingAct } from '../ba/index.ts'
import {
  claimsChanged,
  correctClaimRow,
  differenceById,
  differenceChanged,
  keepSaid,
  mySides,
  waits,
} from '../knowledge/index.ts'
import { correctedTogether } from './corrected-together.ts'
import { myClaim } from './my-claim.ts'

/** Answers a difference: each speaker says when their line holds, or that it holds as it is. */
export const sayWhen = writingAct({
  name: 'say-when',
  says: 'Says when a line of yours holds that differs from somebody else’s, or that it holds as it stands.',
  may: 'member',
  input: z.object({ difference: id, holdsWhen: line(200).optional() }),
  output: z.object({}),
  run: async (here, { difference: differenceId, holdsWhen }) => {
    const { tx, space, now, areas } = here
    const found = await differenceById(tx, space.id, differenceId)
    const sides = found && areas.has(found.area_id) ? await mySides(here, found) : []
    const row = orAbsent(sides.length > 0 ? found : undefined, 'difference', 'difference from a line of yours')
    // A member of both groups answers for the waiting side first.
    const one = (sides.find((side) => waits(row, side)) ?? sides[0]) === 'one'
    const claim = await myClaim(here, one ? row.one_claim : row.other_claim, 'difference')
    if (holdsWhen !== undefined && holdsWhen !== claim.holds_when) {
      const { statement, kind, sayable } = claim
      const as = { statement, kind, sayable, holds_when: holdsWhen }
      if ((await correctClaimRow(tx, space.id, claim, as, now)) !== 1) throw clash('line')
      await correctedTogether(here, claim)
      await claimsChanged(here, [claim])
    }
    const said = { one_said_at: one ? now : row.one_said_at, other_said_at: one ? row.other_said_at : now }
    await keepSaid(tx, { space_id: space.id, id: row.id, ...said })
    await differenceChanged(here, { ...row, ...said })
    return {}
  },
})
