import { z } from 'zod'
import { readingAct } from './act.ts'
import { type Area, firstPeople } from './area-rows.ts'
import { byPage, next, pageOfList, pageRows, rowsAfter } from './page-of-list.ts'
import { areaName, person } from './words.ts'

/** The number of people named for each area; `list-people` with its slug lists all. */
const FIRST = 12

/** Lists the areas the caller may see, and the people of the closed ones. */
export const listAreas = readingAct({
  name: 'list-areas',
  says: 'Lists the areas you may see, and the first who are in the closed ones.',
  may: 'reader',
  shows: ['area', 'member'],
  input: z.object(byPage),
  output: z.object({
    areas: pageRows(
      areaName.extend({
        people: z.array(person).max(FIRST),
        /** The number of people not named. */
        others: z.number(),
      }),
    ),
    next,
  }),
  run: async ({ tx, space, areas }, asked) => {
    const inside = Map.groupBy(await firstPeople(tx, space.id, [...areas.keys()], FIRST), ({ area_id }) => area_id)
    const place = ({ closed, id }: Area): [number, string] => [closed, id]
    const page = await pageOfList(asked, {
      from: [-1, ''] as [number, string],
      rows: rowsAfter([...areas.values()], place),
      place,
      show: ({ id, slug, name, closed }) => {
        const people = inside.get(id) ?? []
        const others = Number(people[0]?.all ?? 0) - people.length
        return { slug, name, closed: closed === 1, people: people.map(({ id, name }) => ({ id, name })), others }
      },
    })
    return { areas: page.rows, next: page.next }
  },
})
