import { z } from 'zod'
import { houseAct } from './act.ts'
import { byPage, next, pageOfList, pageRows, rowsAfter, UPWARDS } from './page-of-list.ts'
import { roles } from './role.ts'
import { spacesOf } from './space-rows.ts'
import { line, person } from './words.ts'

/** Lists the caller's spaces, and their own name and address. */
export const listSpaces = houseAct({
  name: 'list-spaces',
  says: 'Lists the spaces you are in, or only the one of a slug.',
  reads: true,
  shows: ['space', 'member'],
  input: z.object({ only: line(80).optional(), ...byPage }),
  output: z.object({
    me: person.extend({ email: z.string() }),
    spaces: pageRows(z.object({ slug: z.string(), name: z.string(), role: z.enum(roles), example: z.boolean() })),
    next,
  }),
  run: async ({ tx, me }, { only, ...asked }) => {
    const row = await tx.db.selectFrom('person').select('email').where('id', '=', me.id).executeTakeFirstOrThrow()
    const spaces = (await spacesOf(tx, me.id)).filter(({ slug }) => only === undefined || slug === only)
    const place = ({ since, id }: (typeof spaces)[number]): [string, string] => [since, id]
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: rowsAfter(spaces, place),
      place,
      show: ({ slug, name, role, example_of }) => ({
        slug,
        name,
        role: role as (typeof roles)[number],
        example: example_of !== null,
      }),
    })
    return { me: { id: me.id, name: me.name, email: row.email }, spaces: page.rows, next: page.next }
  },
})
