import { setTimeout as pause } from 'node:timers/promises'
import { type Here, Refusal } from '../ba/index.ts'
import { passes, type Store, type Tx, untilThere } from '../store/index.ts'
import { recordAs } from './entry.ts'
import {
  dropJob,
  finishJob,
  giveBackJob,
  type Job,
  nextJob,
  releaseJobs,
  renewJob,
  spaceOf,
  takeJob,
} from './job-rows.ts'
import type { Moment } from './perform.ts'
import { parkedJob, sayParked } from './say-parked.ts'

/**
 * Does a job. Long work runs outside any transaction; the result is written in one, in which
 * `finish` marks the job done. `finish` throws if another process has taken the job over, so
 * nothing is done twice.
 */
export type JobHandler = (job: Job, finish: (tx: Tx) => Promise<void>) => Promise<void>

/** The job queue of a house; one job runs at a time. */
export interface Jobs {
  /** Announces that a job may have been queued. */
  poke(): void
  /** Resolves once no job is open, with the number done since the start. */
  settle(): Promise<number>
  /** Waits for the running job and stops. */
  stop(): Promise<void>
}

/**
 * A job that hangs or crashes the process is not started again and again; it waits for an owner.
 */
const MOST_ATTEMPTS = 3

/** The act name of the journal entry for a job that failed for good. */
const DROPPED = 'job-failed'

/** A job whose lease is older belongs to a process that is gone. */
const LEASE_SECONDS = 60
const RENEW_MS = 20_000
/** One attempt may take this long: longer than any bound of what jobs do. */
const MOST_MS = 1_200_000
/** A stopping server waits this long for a job; one that is cut off is given back, to be begun again. */
const STOP_MS = 5000
/** After so long the queue is looked at again where the store was not there. */
const AGAIN_MS = 5000

/** Starts the job queue; jobs of a killed process continue. */
export function openJobs(
  store: Store,
  moment: Moment,
  handlers: Record<string, JobHandler>,
  options: {
    failed: (error: unknown, job: Job) => void
    fulfilled?: (job: Job) => void
    /** Records what becomes of a job that is given up, in the transaction that gives it up. */
    dropped?: (here: Here, job: Job) => Promise<void>
    alone: boolean
    /** How long one attempt may take, so that a job that hangs holds up none behind it. */
    mostMs?: number
    /** How long a stop waits for the running job. */
    stopMs?: number
  },
): Jobs {
  const { mostMs = MOST_MS, stopMs = STOP_MS } = options
  const worker = moment.newId()
  let stopped = false
  let waiting = false
  let fulfilled = 0
  let again: NodeJS.Timeout | undefined
  let current: Job | undefined
  let running: Promise<void> = options.alone
    ? store.write(async (tx) => void (await releaseJobs(tx)))
    : Promise.resolve()

  const sweep = async () => {
    waiting = false
    while (!stopped) {
      const job = await store.read((tx) => nextJob(tx, Object.keys(handlers), worker, moment.now()))
      if (!job) return
      if (!(await store.write((tx) => takeJob(tx, job, worker, moment.now(), leaseEnd())))) continue
      current = job
      await fulfil(job)
      current = undefined
      fulfilled++
      options.fulfilled?.(job)
    }
  }
  const leaseEnd = () => new Date(Date.parse(moment.now()) + LEASE_SECONDS * 1000).toISOString()
  const fulfil = async (taken: Job) => {
    let job = taken
    const renew = () => store.write((tx) => renewJob(tx, job, worker, leaseEnd())).catch(() => undefined)
    const renewing = setInterval(renew, RENEW_MS)
    try {
      if (job.attempts >= MOST_ATTEMPTS) throw new Error('It was begun three times and never came to an end.')
      const finish = async (tx: Tx) => {
        if (!(await finishJob(tx, job, worker, moment.now()))) throw new TakenOver()
      }
      await within(mostMs, handlers[job.kind]?.(job, finish))
    } catch (error) {
      if (error instanceof TakenOver) return
      // A job that a stop or the store interrupted has not failed: it is begun again, and not counted.
      if (stopped || isStoreAway(error)) {
        await whenThere((tx) => giveBackJob(tx, job, worker))
        return
      }
      options.failed(error, job)
      const fault = error instanceof Error ? error.message : String(error)
      // A job that hung once would hang again, and hold up the others each time.
      if (error instanceof Late) job = { ...job, attempts: MOST_ATTEMPTS - 1 }
      await whenThere((tx) => drop(tx, job, fault))
        // A job whose end cannot be recorded must not block the jobs behind it.
        .catch((error) => {
          options.failed(error, job)
          return whenThere((tx) => dropJob(tx, job, fault, moment.now()))
        })
    } finally {
      clearInterval(renewing)
    }
  }
  const whenThere = (work: (tx: Tx) => Promise<unknown>) =>
    untilThere(
      () => store.write(work),
      () => stopped,
    )
  const drop = async (tx: Tx, job: Job, fault: string) => {
    await dropJob(tx, job, fault, moment.now())
    if (job.attempts + 1 < MOST_ATTEMPTS) return
    const entry = { act: DROPPED, by: null, door: 'whorl', now: moment.now() }
    await recordAs({ tx, space: spaceOf(job), newId: moment.newId }, entry, async (here) => {
      await sayParked(here, parkedJob(job.id), 0)
      await options.dropped?.(here, job)
    })
  }
  const poke = () => {
    if (waiting || stopped) return
    waiting = true
    running = running.then(sweep).catch((error) => {
      options.failed(error, NO_JOB)
      if (passes(error)) again = setTimeout(poke, AGAIN_MS).unref()
    })
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
      clearTimeout(again)
      await Promise.race([running, pause(stopMs, undefined, { ref: false })])
      const cutOff = current
      // Where the store is away, too, the lease ends by itself.
      if (cutOff) await store.write((tx) => giveBackJob(tx, cutOff, worker)).catch(() => undefined)
    },
  }
}

/** Whether the store was away, also where an act said so. */
const isStoreAway = (error: unknown) =>
  passes(error) || (error instanceof Refusal && error.kind === 'unavailable' && passes(error.cause))

class TakenOver extends Error {}
class Late extends Error {}

/** Waits for an attempt, and no longer: what it still does then is refused by `finish`. */
async function within(ms: number, attempt: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(`It took longer than ${Math.round(ms / 60_000)} minutes.`)), ms)
  })
  try {
    await Promise.race([attempt, late])
  } finally {
    clearTimeout(timer)
    // The error of an attempt that is not waited for any more has nobody to be told to.
    attempt?.catch(() => undefined)
  }
}

const NO_JOB: Job = { space_id: '', id: '', kind: 'sweep', subject: '', attempts: 0, slug: '', name: '' }
