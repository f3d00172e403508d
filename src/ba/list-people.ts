import { z } from 'zod'
import { readingAct } from './act.ts'
import { roles } from './role.ts'
import { peopleOf } from './space-rows.ts'
import { person } from './words.ts'

/** Who is in this space; no figures about anyone. */
export const listPeople = readingAct({
  name: 'list-people',
  says: 'Lists who is in the space, and their roles.',
  may: 'reader',
  input: z.object({}),
  output: z.object({
    people: z.array(person.extend({ role: z.enum(roles), since: z.string(), me: z.boolean() })),
  }),
  run: async ({ tx, space, me }) => ({
    people: (await peopleOf(tx, space.id)).map((row) => ({
      ...row,
      role: row.role as (typeof roles)[number],
      me: row.id === me.id,
    })),
  }),
})
