import { z } from 'zod'
import { readingAct } from './act.ts'
import { areaPeople } from './area-rows.ts'
import { areaName, person } from './words.ts'

/** The areas I may see, and who is in the closed ones. */
export const listAreas = readingAct({
  name: 'list-areas',
  says: 'Lists the areas you may see, and who is in the closed ones.',
  may: 'reader',
  input: z.object({}),
  output: z.object({ areas: z.array(areaName.extend({ people: z.array(person) })) }),
  run: async ({ tx, space, areas }) => {
    const people = await areaPeople(tx, space.id, [...areas.keys()])
    return {
      areas: [...areas.values()].map((area) => ({
        slug: area.slug,
        name: area.name,
        closed: area.closed === 1,
        people: people.filter((one) => one.area_id === area.id).map(({ id, name }) => ({ id, name })),
      })),
    }
  },
})
