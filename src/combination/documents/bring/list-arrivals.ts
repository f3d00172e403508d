import { z } from 'zod'
import { byPage, DOWNWARDS, next, pageOfList, pageRows, readingAct } from '../../../ba/index.ts'
import { showArrival, shownArrival } from './arrival.ts'
import { arrivalsFrom } from './arrival-rows.ts'

/** The act `list-arrivals`: the caller's arrivals and their states; nobody else sees them. */
export const listArrivals = readingAct({
  name: 'list-arrivals',
  says: 'Lists the documents that you brought lately, and how far each is on its way to be a source.',
  may: 'reader',
  shows: ['arrival', 'source'],
  input: z.object(byPage),
  output: z.object({ arrivals: pageRows(shownArrival), next }),
  run: async ({ tx, space, me, areas }, asked) => {
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: ([at, id], limit) => arrivalsFrom(tx, space.id, me.id, [...areas.keys()], { at, id }, limit),
      place: ({ begun_at, id }) => [begun_at, id],
      show: showArrival,
    })
    return { arrivals: page.rows, next: page.next }
  },
})
