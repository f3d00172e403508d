import { z } from 'zod'
import { houseAct } from './act.ts'
import { runs } from './house-role.ts'
import { houseRoleOf, houseRolesAfter, whoRuns } from './house-role-rows.ts'
import { byPage, next, pageOfList, pageRows, UPWARDS } from './page-of-list.ts'
import { person } from './words.ts'

/** As many as are named to somebody who has to ask one of them. */
const MOST_TO_ASK = 5

const roles = z.enum(['founder', 'runs', 'makes-spaces'])

/** Lists who runs the house and who may make spaces; only the first to somebody who does not. */
export const listHouse = houseAct({
  name: 'list-house',
  says: 'Shows what you may do in this house and who runs it; to whoever runs it also who may make spaces.',
  reads: true,
  shows: ['member'],
  input: z.object({ ...byPage }),
  output: z.object({
    /** The caller's own role, if any. */
    mine: roles.nullable(),
    ask: z.array(person).max(MOST_TO_ASK),
    named: pageRows(person.extend({ email: z.string(), role: roles, me: z.boolean() })),
    next,
  }),
  run: async ({ tx, me }, asked) => {
    const mine = (await houseRoleOf(tx, me.id)) ?? null
    const ask = await whoRuns(tx, MOST_TO_ASK)
    if (!runs(mine ?? undefined)) return { mine, ask, named: [], next: null }
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: (after, most) => houseRolesAfter(tx, after, most),
      place: ({ named_at, id }) => [named_at, id],
      show: ({ id, name, email, role }) => ({ id, name, email, role, me: id === me.id }),
    })
    return { mine, ask, named: page.rows, next: page.next }
  },
})
