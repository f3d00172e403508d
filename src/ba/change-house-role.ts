import { z } from 'zod'
import { houseAct } from './act.ts'
import { mustRun } from './house-role.ts'
import { accountOf, dropHouseRole, setHouseRole } from './house-role-rows.ts'
import { unfit } from './refusal.ts'
import { line } from './words.ts'

/** Names somebody to run the house or to make spaces, or takes that from them. */
export const changeHouseRole = houseAct({
  name: 'change-house-role',
  says: 'Says that somebody runs this house with you, or may make spaces in it, or neither.',
  reads: false,
  input: z.object({
    /** The address of their account. */
    email: line(),
    role: z.enum(['runs', 'makes-spaces', 'neither']),
  }),
  output: z.object({}),
  run: async ({ tx, me, now }, { email, role }) => {
    await mustRun(tx, me.id)
    const account = await accountOf(tx, email)
    if (!account)
      throw unfit(
        'email',
        'Nobody has an account here with it.',
        'Invite them into a space first, or look it up again.',
      )
    if (account.role === 'founder')
      throw unfit('email', 'They founded this house, and go on running it.', 'Name somebody else.')
    if (role === 'neither') await dropHouseRole(tx, account.id)
    else if (role !== account.role) await setHouseRole(tx, account.id, role, me.id, now)
    return {}
  },
})
