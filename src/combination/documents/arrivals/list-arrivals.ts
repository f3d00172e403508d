import { z } from 'zod'
import { readingAct } from '../../../ba/index.ts'
import { showArrival, shownArrival } from './arrival.ts'
import { arrivalsOf } from './arrival-rows.ts'

const MOST = 100

/** What I brought lately, and how far each is; nobody else is told. */
export const listArrivals = readingAct({
  name: 'list-arrivals',
  says: 'Lists the documents that you brought lately, and how far each is on its way to be a source.',
  may: 'reader',
  input: z.object({}),
  output: z.object({ arrivals: z.array(shownArrival) }),
  run: async ({ tx, space, me, areas }) => ({
    arrivals: (await arrivalsOf(tx, space.id, me.id, MOST))
      .filter(({ area_id }) => areas.has(area_id))
      .map(showArrival),
  }),
})
