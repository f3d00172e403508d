import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, readingAct, rowsAfter } from '../ba/index.ts'
import { faultyJobs, parkedOf } from '../ledger/index.ts'

/** Lists failures that wait for the operator: reactions by their entry, jobs as `job:<id>`. */
export const listParked = readingAct({
  name: 'list-parked',
  says: 'Lists what failed and waits for an owner to retry it.',
  may: 'owner',
  shows: ['parked'],
  input: z.object(byPage),
  output: z.object({
    parked: pageRows(z.object({ reaction: z.string(), seq: z.number(), error: z.string(), at: z.string() })),
    next,
  }),
  run: async ({ tx, space }, asked) => {
    const parked = [
      ...(await parkedOf(tx, space.id)).map(({ reaction, seq, fault, at }) => ({ reaction, seq, error: fault, at })),
      ...(await faultyJobs(tx, space.id)).map(({ id, fault, done_at }) => ({
        reaction: `job:${id}`,
        seq: 0,
        error: fault ?? '',
        at: done_at ?? '',
      })),
    ]
    const place = ({ at, reaction, seq }: (typeof parked)[number]): Position => [at, reaction, seq]
    const rows = rowsAfter(parked, place)
    const page = await pageOfList(asked, { from: ['', '', -1] as Position, rows, place, show: (one) => one })
    return { parked: page.rows, next: page.next }
  },
})

type Position = [at: string, reaction: string, seq: number]
