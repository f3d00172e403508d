import { z } from 'zod'
import { line, orAbsent, unfit, writingAct } from '../ba/index.ts'
import { isCompiling, sayCompiling } from '../combination/index.ts'
import { retryJob, retryParked, sayParked } from '../ledger/index.ts'

/** Retries a failure: reopens a job, or returns a parked entry to its reaction. */
export const retryParkedAct = writingAct({
  name: 'retry-parked',
  says: 'Tries something again that failed.',
  may: 'owner',
  input: z.object({ reaction: line(), seq: z.int() }),
  output: z.object({}),
  run: async (here, { reaction, seq }) => {
    const { tx, space, now } = here
    const id = /^job:(.+)$/.exec(reaction)?.[1]
    if (id) {
      const job = orAbsent(await retryJob(tx, space.id, id), 'reaction', 'failed job')
      if (isCompiling(job)) await sayCompiling(here, job.subject)
    } else if (!(await retryParked(tx, space.id, reaction, seq, now))) {
      throw unfit('seq', 'Nothing of that reaction is parked there.', 'Look at what list-parked shows.')
    }
    await sayParked(here, reaction, seq)
    return {}
  },
})
