import { z } from 'zod'
import { readingAct } from './act.ts'
import { shownArea } from './area.ts'
import { communitiesIn, communityPeople } from './community-rows.ts'
import { areaName, person } from './words.ts'

/** The groups that say things together, with their people. */
export const listCommunities = readingAct({
  name: 'list-communities',
  says: 'Lists the groups that say things together, and who is in them.',
  may: 'reader',
  input: z.object({}),
  output: z.object({
    communities: z.array(
      z.object({ id: z.string(), name: z.string(), area: areaName, people: z.array(person), mine: z.boolean() }),
    ),
  }),
  run: async (here) => {
    const { tx, space, me } = here
    const communities = []
    for (const { id, name, area_id } of await communitiesIn(tx, space.id, [...here.areas.keys()])) {
      const people = await communityPeople(tx, space.id, id)
      communities.push({
        id,
        name,
        area: shownArea(here, area_id),
        people,
        mine: people.some((one) => one.id === me.id),
      })
    }
    return { communities }
  },
})
