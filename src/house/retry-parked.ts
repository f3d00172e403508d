import { z } from 'zod'
import { line, onlyFor, orAbsent, unfit, writingAct } from '../ba/index.ts'
import { retryJob, retryParked } from '../ledger/index.ts'

/** Retries a failure: reopens a job, or returns a parked entry to its reaction. */
export const retryParkedAct = writingAct({
  name: 'retry-parked',
  says: 'Tries something again that failed.',
  may: 'owner',
  input: z.object({ reaction: line(), seq: z.int() }),
  output: z.object({}),
  run: async ({ tx, space, me, now, changed }, { reaction, seq }) => {
    const job = /^job:(.+)$/.exec(reaction)?.[1]
    if (job) orAbsent((await retryJob(tx, space.id, job)) || null, 'reaction', 'failed job')
    else if (!(await retryParked(tx, space.id, reaction, seq, now))) {
      throw unfit('seq', 'Nothing of that reaction is parked there.', 'Look at what list-parked shows.')
    }
    changed({ parked: `${reaction} ${seq}` }, onlyFor(me.id))
    return {}
  },
})
