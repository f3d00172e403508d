import { z } from 'zod'
import { writingAct } from './act.ts'
import { OPEN } from './area-rows.ts'
import { inArea } from './noun.ts'
import { orAbsent, unfit } from './refusal.ts'
import { roles } from './role.ts'
import { changeRoleOf, memberOf, peopleOf } from './space-rows.ts'
import { id } from './words.ts'

/** Gives a member another role; a space keeps at least one owner. */
export const changeRole = writingAct({
  name: 'change-role',
  says: 'Gives somebody in the space another role.',
  may: 'owner',
  input: z.object({ person: id, role: z.enum(roles) }),
  output: z.object({}),
  run: async ({ tx, space, changed }, { person, role }) => {
    const member = orAbsent(await memberOf(tx, space.id, person), 'person', 'person')
    const owners = (await peopleOf(tx, space.id)).filter((one) => one.role === 'owner')
    if (member.role === 'owner' && role !== 'owner' && owners.length === 1) {
      throw unfit('role', 'A space needs an owner.', 'Make somebody else an owner first.')
    }
    await changeRoleOf(tx, space.id, person, role)
    changed({ member: person }, inArea(OPEN))
    return {}
  },
})
