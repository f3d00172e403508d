import { z } from 'zod'
import { houseAct } from './act.ts'
import { roles } from './role.ts'
import { spacesOf } from './space-rows.ts'
import { person } from './words.ts'

/** My spaces, and who I am. */
export const listSpaces = houseAct({
  name: 'list-spaces',
  says: 'Lists the spaces you are in.',
  reads: true,
  input: z.object({}),
  output: z.object({
    me: person.extend({ email: z.string() }),
    spaces: z.array(z.object({ slug: z.string(), name: z.string(), role: z.enum(roles), example: z.boolean() })),
  }),
  run: async ({ tx, me }) => {
    const row = await tx.db.selectFrom('person').select('email').where('id', '=', me.id).executeTakeFirstOrThrow()
    const spaces = await spacesOf(tx, me.id)
    return {
      me: { id: me.id, name: me.name, email: row.email },
      spaces: spaces.map(({ slug, name, role, example_of }) => ({
        slug,
        name,
        role: role as (typeof roles)[number],
        example: example_of !== null,
      })),
    }
  },
})
