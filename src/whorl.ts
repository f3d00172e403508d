import { acts } from './acts.ts'
import {
  type Act,
  BOUNDS,
  type Bounds,
  countingStore,
  forgetOldTries,
  type Hashing,
  type Here,
  type Live,
  openRequests,
  openSignIn,
  type Perform,
  type Requests,
  type SignIn,
} from './ba/index.ts'
import {
  BRING,
  COMPILE,
  compileTopic,
  dropUnsentArrivals,
  isCompiling,
  openBringing,
  READ_SOURCES,
  type Reach,
  readSources,
  sayCompiling,
  theWorld,
  WRITE,
  wishReadingOfAll,
  writeTopic,
} from './combination/index.ts'
import { dropUnsent, openScanning, SCAN } from './folders/index.ts'
import { FILL_EXAMPLE, fillExample } from './house/index.ts'
import { topicsNow } from './knowledge/index.ts'
import {
  collectingAtRest,
  forgetOldJournal,
  type Job,
  type Moment,
  openApart,
  openFeed,
  openJobs,
  openPerform,
  openPreparing,
  openReactions,
  recordAs,
} from './ledger/index.ts'
import type { ModelSaid } from './model/index.ts'
import { findableReactions, missingBecomesFound, openIndex } from './search/index.ts'
import { reactions } from './spiral/index.ts'
import { listen, openStore, type Place, type Store, tellSessions, untilThere } from './store/index.ts'

/** The dependencies of a Whorl: its store, time and ids, and the error log. */
export interface Opening extends Omit<Moment, 'model'> {
  place: Place
  secret: string
  /** Whether browsers reach it by https. */
  secure: boolean
  /** The folder of the project's own documents, for the example. */
  root: string
  /** A folder for temporary files. */
  scratch: string
  /** Whether heavy acts run in worker threads, as on a server. */
  apart?: boolean
  /** The configured language model, if any. */
  model?: ModelSaid | null
  /** How much one person, a space and a stranger may; by default as documented. */
  bounds?: Bounds
  /** The time zone of whoever names none; by default UTC. */
  zone?: string
  log: (fault: { id: string; what: string; error: unknown }) => void
  /**
   * A restriction of outgoing requests other than to the public internet: tests reach only this
   * machine.
   */
  reach?: Reach
  /** How passwords are hashed; by default with scrypt, which tests of many tries would wait for. */
  hashing?: Hashing
  /** Wraps the store: for tests that watch what is written. */
  watched?: (store: Store) => Store
}

/** An open Whorl, as the doors use it. */
export interface Whorl {
  store: Store
  acts: readonly Act[]
  perform: Perform
  signIn: SignIn
  /** Counts requests, in this process. */
  requests: Requests
  /** The live stream of changes. */
  live: Live
  /** Resolves once everything written has been sent to the live streams. */
  told(): Promise<void>
  /** Ends every live stream, so that a stopping server does not wait for them. */
  stopLive(): void
  /** Resolves once no reaction or job is left. */
  settle(): Promise<void>
  /** Looks for changes by other processes on the same store. */
  lookAround(): void
  /** Deletes expired journal entries, outcomes and uploads. */
  tidy(): Promise<void>
  close(): Promise<void>
}

const DAY_MS = 86_400_000
/** The search worker stays this long, so that a further search need not wait for it to start. */
const SEARCHED_MS = 300_000
/** Of each kind: reading quickly, reading long, preparing. */
const MOST_WORKERS = 2
const JOURNAL_DAYS = 400
const OUTCOME_DAYS = 7
const UNSENT_DAYS = 7

/** Opens a Whorl on a store: acts, reactions and jobs. */
export async function openWhorl(opening: Opening): Promise<Whorl> {
  const { place, now, newId, log, model = null, zone = 'UTC' } = opening
  const preparing = opening.apart
    ? openPreparing(new URL('./preparing.ts', import.meta.url), { most: MOST_WORKERS })
    : undefined
  const moment = {
    now,
    newId,
    zone,
    model: model ? { name: model.name, where: model.where } : undefined,
    ...(preparing && { prepare: preparing.prepare }),
  }
  const opened = await openStore(place)
  const { bounds = BOUNDS } = opening
  const store = countingStore(opening.watched?.(opened) ?? opened, bounds)
  const requests = openRequests(bounds, () => Date.parse(now()))
  let wrote = (_space?: string) => {}
  let sessions = () => {}
  const signIn = openSignIn(store, {
    ...opening,
    record: recordAs,
    wrote: () => wrote(),
    requests,
    sessionsChanged: () => {
      sessions()
      return tellSessions(store)
    },
  })
  const performHere = openPerform(store, moment, (space) => wrote(space), topicsNow)
  const openWorker = (bounds = {}) => openApart(new URL('./apart.ts', import.meta.url), store, now, { ...bounds, zone })
  // Each kind of heavy act has its own queue and workers, so that a search does not wait for an
  // export.
  const workers = opening.apart
    ? { quick: openWorker({ most: MOST_WORKERS, idleMs: SEARCHED_MS }), long: openWorker({ most: MOST_WORKERS }) }
    : null
  const collectLater = opening.apart ? collectingAtRest() : () => {}
  const perform: Perform = (call) => {
    collectLater()
    return workers && call.act.heavy ? workers[call.act.heavy].perform(call) : performHere(call)
  }
  const scanning = openScanning(store, opening.scratch, moment, {
    failed: (error) => log({ id: newId(), what: 'scanning', error }),
    wrote: (space) => wrote(space),
  })
  const bringing = openBringing(store, moment, opening.reach ?? theWorld)
  const handlers = {
    [COMPILE]: compileTopic(store, moment),
    [READ_SOURCES]: readSources(store, moment),
    [FILL_EXAMPLE]: fillExample(store, perform, byName(), opening.root),
  }
  const callbacks = {
    // A job's changes are followed like an act's.
    fulfilled: (job: Job) => wrote(job.space_id),
    failed: (error: unknown, job: Job) => log({ id: newId(), what: `job ${job.kind} ${job.id}`, error }),
    dropped: async (here: Here, job: Job) => {
      if (job.kind === SCAN) await scanning.dropped(here, job)
      if (job.kind === BRING) await bringing.dropped(here, job)
      if (isCompiling(job)) await sayCompiling(here, job.subject)
    },
  }
  const jobs = openJobs(store, moment, handlers, { ...callbacks, alone: place.kind === 'sqlite' })
  // Uploads and fetches may take long: they have a queue of their own.
  const fromOutside = openJobs(
    store,
    moment,
    { [SCAN]: scanning.job, [BRING]: bringing.job },
    { ...callbacks, alone: false },
  )
  // A model may take minutes for a page, so writing has a queue of its own.
  const stopping = new AbortController()
  const write = writeTopic(store, moment, model, stopping.signal)
  const writing = openJobs(store, moment, { [WRITE]: write }, { ...callbacks, alone: false })
  const feed = openFeed(store, moment, topicsNow, (error) => log({ id: newId(), what: 'live', error }))
  // Jobs are queued by acts and reactions, so the queues are checked after the reactions.
  const following = openReactions(store, moment, [...reactions, ...findableReactions, missingBecomesFound], {
    followed: () => {
      jobs.poke()
      fromOutside.poke()
      writing.poke()
      feed.poke()
    },
    failed: (error, what) => log({ id: newId(), what, error }),
  })
  const written = (space?: string) => {
    following.poke(space)
    feed.poke(space)
  }
  wrote = written
  sessions = () => void feed.recheck().catch((error) => log({ id: newId(), what: 'live', error }))
  const stopListening = opening.apart ? listen(store.place, { written, sessions }) : async () => {}
  let closing = false
  const wished = untilThere(
    () => wishReadingOfAll(store, moment),
    () => closing,
  )
    .then(jobs.poke)
    .catch((error) => log({ id: newId(), what: 'reading sources', error }))
  const index = openIndex(store, now, (error, what) => log({ id: newId(), what, error }))
  const settle = async () => {
    await index.settle()
    await wished
    // A job's changes may cause reactions and further jobs.
    for (let before = -1, done = 0; done !== before; ) {
      before = done
      await following.settle()
      done = (await jobs.settle()) + (await fromOutside.settle()) + (await writing.settle())
    }
  }
  return {
    store,
    acts,
    perform,
    signIn,
    requests,
    live: feed,
    stopLive: feed.stop,
    told: feed.settle,
    settle,
    lookAround: () => written(),
    tidy: () => {
      const ago = (days: number) => new Date(Date.parse(now()) - days * DAY_MS).toISOString()
      return store.write(async (tx) => {
        await forgetOldJournal(tx, { journal: ago(JOURNAL_DAYS), outcomes: ago(OUTCOME_DAYS) })
        await forgetOldTries(tx, Date.parse(ago(1)))
        await dropUnsent(tx, ago(UNSENT_DAYS))
        await dropUnsentArrivals(tx, ago(UNSENT_DAYS))
      })
    },
    close: async () => {
      closing = true
      if (workers) await Promise.all([workers.quick.stop(), workers.long.stop()])
      await preparing?.stop()
      feed.stop()
      await stopListening()
      await index.stop()
      await wished
      await following.stop()
      // First the jobs: what fails since their helpers stop is given back, and no failure.
      const jobsStopped = jobs.stop()
      scanning.stop()
      stopping.abort()
      bringing.stop()
      await jobsStopped
      await fromOutside.stop()
      await writing.stop()
      await store.close()
    },
  }
}

const byName = () =>
  Object.fromEntries(acts.map((act) => [act.name, act])) as unknown as Parameters<typeof fillExample>[2]
