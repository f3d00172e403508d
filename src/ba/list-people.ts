import { z } from 'zod'
import { readingAct } from './act.ts'
import { areaNamed } from './area.ts'
import { folded } from './folded.ts'
import { byPage, next, pageOfList, pageRows, UPWARDS } from './page-of-list.ts'
import { roles } from './role.ts'
import { peopleFrom } from './space-rows.ts'
import { line, person } from './words.ts'

/** Rows read at once when filtering by words, since most are skipped. */
const AT_ONCE = 1000

/** Lists the people of a space; without figures about anyone. */
export const listPeople = readingAct({
  name: 'list-people',
  says: 'Lists who is in the space, and their roles; or who sees an area, or whose names have the words.',
  may: 'reader',
  shows: ['member', 'area'],
  input: z.object({ words: z.string().max(200).optional(), area: line(80).optional(), ...byPage }),
  output: z.object({
    people: pageRows(person.extend({ role: z.enum(roles), since: z.string(), me: z.boolean() })),
    next,
  }),
  run: async (here, { words = '', area, ...asked }) => {
    const { tx, space, me } = here
    const only = area === undefined ? undefined : areaNamed(here, area)
    const parts = folded(words).split(' ')
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: ([since, id], limit) => peopleFrom(tx, space.id, only, [since, id], words ? AT_ONCE : limit),
      place: ({ since, id }) => [since, id],
      show: (row) => {
        const name = folded(row.name)
        if (!parts.every((part) => name.includes(part))) return undefined
        return { ...row, role: row.role as (typeof roles)[number], me: row.id === me.id }
      },
    })
    return { people: page.rows, next: page.next }
  },
})
