import type { Here } from '../ba/index.ts'
import type { Store, Tx } from '../store/index.ts'
import { recordAs } from './entry.ts'
import { dropJob, finishJob, type Job, nextJob, releaseJobs, renewJob, spaceOf, takeJob } from './job-rows.ts'
import type { Moment } from './perform.ts'
import { parkedJob, sayParked } from './say-parked.ts'

/**
 * Fulfils a wish. What takes long happens outside any transaction; the result is recorded in one, in which `finish`
 * marks the wish fulfilled: it throws when somebody else has taken the wish over, so nothing is done twice.
 */
export type JobHandler = (job: Job, finish: (tx: Tx) => Promise<void>) => Promise<void>

/** The jobs of a house, running one at a time. */
export interface Jobs {
  /** Says that there may be a new wish. */
  poke(): void
  /** Resolves once no wish is open, and says how many have been fulfilled since the start. */
  settle(): Promise<number>
  /** Waits for the wish in hand and stops. */
  stop(): Promise<void>
}

/** One that hangs or takes the process down with it is not begun again and again: it waits for an owner. */
const MOST_ATTEMPTS = 3

/** What the journal calls it when a job failed for good. */
const DROPPED = 'job-failed'

/** A wish taken longer than this is somebody's who is gone. */
const LEASE_SECONDS = 60
const RENEW_MS = 20_000

/** Starts the jobs: those that a process which was killed had in hand go on. */
export function openJobs(
  store: Store,
  moment: Moment,
  handlers: Record<string, JobHandler>,
  hands: {
    failed: (error: unknown, job: Job) => void
    fulfilled?: (job: Job) => void
    /** Records what becomes of one that is not begun again, in the transaction that lets it go. */
    dropped?: (here: Here, job: Job) => Promise<void>
    alone: boolean
  },
): Jobs {
  const worker = moment.newId()
  let stopped = false
  let waiting = false
  let fulfilled = 0
  let running: Promise<void> = hands.alone ? store.write(async (tx) => void (await releaseJobs(tx))) : Promise.resolve()

  const sweep = async () => {
    waiting = false
    while (!stopped) {
      const job = await store.read((tx) => nextJob(tx, Object.keys(handlers), moment.now()))
      if (!job) return
      if (!(await store.write((tx) => takeJob(tx, job, worker, moment.now(), leaseEnd())))) continue
      await fulfil(job)
      fulfilled++
      hands.fulfilled?.(job)
    }
  }
  const leaseEnd = () => new Date(Date.parse(moment.now()) + LEASE_SECONDS * 1000).toISOString()
  const fulfil = async (job: Job) => {
    const renew = () => store.write((tx) => renewJob(tx, job, worker, leaseEnd())).catch(() => undefined)
    const renewing = setInterval(renew, RENEW_MS)
    try {
      if (job.attempts >= MOST_ATTEMPTS) throw new Error('It was begun three times and never came to an end.')
      await handlers[job.kind]?.(job, async (tx) => {
        if (!(await finishJob(tx, job, worker, moment.now()))) throw new TakenOver()
      })
    } catch (error) {
      if (error instanceof TakenOver) return
      hands.failed(error, job)
      const fault = error instanceof Error ? error.message : String(error)
      await store
        .write((tx) => drop(tx, job, fault))
        // One whose end cannot be recorded must not keep those behind it waiting.
        .catch((error) => {
          hands.failed(error, job)
          return store.write((tx) => dropJob(tx, job, fault, moment.now()))
        })
    } finally {
      clearInterval(renewing)
    }
  }
  const drop = async (tx: Tx, job: Job, fault: string) => {
    await dropJob(tx, job, fault, moment.now())
    if (job.attempts + 1 < MOST_ATTEMPTS) return
    const entry = { act: DROPPED, by: null, door: 'whorl', now: moment.now() }
    await recordAs({ tx, space: spaceOf(job), newId: moment.newId }, entry, async (here) => {
      await sayParked(here, parkedJob(job.id), 0)
      await hands.dropped?.(here, job)
    })
  }
  const poke = () => {
    if (waiting || stopped) return
    waiting = true
    running = running.then(sweep).catch((error) => hands.failed(error, NO_JOB))
  }
  poke()
  return {
    poke,
    settle: async () => {
      poke()
      for (let seen: Promise<void> | undefined; seen !== running; ) {
        seen = running
        await seen
      }
      return fulfilled
    },
    stop: async () => {
      stopped = true
      await running
    },
  }
}

class TakenOver extends Error {}

const NO_JOB: Job = { space_id: '', id: '', kind: 'sweep', subject: '', attempts: 0, slug: '', name: '' }
