import { z } from 'zod'
import { readingAct } from './act.ts'
import { shownArea } from './area.ts'
import { communitiesAfter, communityPeople } from './community-rows.ts'
import { byPage, next, pageOfList, pageRows, UPWARDS } from './page-of-list.ts'
import { areaName, person } from './words.ts'

/** The most people named for each group. */
const PEOPLE = 50

/** Lists the groups that make statements together, and their people. */
export const listCommunities = readingAct({
  name: 'list-communities',
  says: 'Lists the groups that say things together, and who is in them.',
  may: 'reader',
  shows: ['community', 'area', 'member'],
  input: z.object(byPage),
  output: z.object({
    communities: pageRows(
      z.object({
        id: z.string(),
        name: z.string(),
        area: areaName,
        people: z.array(person).max(PEOPLE),
        mine: z.boolean(),
      }),
    ),
    next,
  }),
  run: async (here, asked) => {
    const { tx, space, me, areas } = here
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: ([name, id], most) => communitiesAfter(tx, space.id, [...areas.keys()], { name, id, most }),
      place: ({ name, id }): [string, string] => [name, id],
      show: async ({ id, name, area_id }) => {
        const people = await communityPeople(tx, space.id, id)
        const mine = people.some((one) => one.id === me.id)
        return { id, name, area: shownArea(here, area_id), people: people.slice(0, PEOPLE), mine }
      },
    })
    return { communities: page.rows, next: page.next }
  },
})
