import { z } from 'zod'
import { readingAct } from '../ba/index.ts'
import { faultyJobs, parkedOf } from '../ledger/index.ts'

/** What failed and waits for the operator: reactions by their entry, jobs as `job:<id>`. */
export const listParked = readingAct({
  name: 'list-parked',
  says: 'Lists what failed and waits for an owner to retry it.',
  may: 'owner',
  input: z.object({}),
  output: z.object({
    parked: z.array(z.object({ reaction: z.string(), seq: z.number(), error: z.string(), at: z.string() })),
  }),
  run: async ({ tx, space }) => ({
    parked: [
      ...(await parkedOf(tx, space.id)).map(({ reaction, seq, fault, at }) => ({ reaction, seq, error: fault, at })),
      ...(await faultyJobs(tx, space.id)).map(({ id, fault, done_at }) => ({
        reaction: `job:${id}`,
        seq: 0,
        error: fault ?? '',
        at: done_at ?? '',
      })),
    ],
  }),
})
