import { acts } from './acts.ts'
import { type Act, type Live, openSignIn, type Perform, type SignIn } from './ba/index.ts'
import {
  compileTopic,
  dropUnsentArrivals,
  openTakingIn,
  READ_SOURCES,
  type Reach,
  readSources,
  TAKE_IN,
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
import { listen, openStore, type Place, type Store, tellSessions } from './store/index.ts'

/** What a Whorl is opened with: its store, the moment, and where it says what went wrong. */
export interface Opening extends Omit<Moment, 'model'> {
  place: Place
  secret: string
  /** Whether browsers reach it by https. */
  secure: boolean
  /** Where the project's own documents are, for the example. */
  root: string
  /** A folder for what is only there while it is worked on. */
  scratch: string
  /** Whether heavy acts are done in a thread of their own, as a server wants it. */
  apart?: boolean
  /** The language model that the operator gives, if one. */
  model?: ModelSaid | null
  log: (fault: { id: string; what: string; error: unknown }) => void
  /** What may be reached outside, where it is not the public internet: for tests, which reach this machine only. */
  reach?: Reach
  /** What stands between Whorl and its store: for tests that look at what is written. */
  watched?: (store: Store) => Store
}

/** A Whorl that is open: what the doors need of it. */
export interface Whorl {
  store: Store
  acts: readonly Act[]
  perform: Perform
  signIn: SignIn
  /** What changes, as it happens. */
  live: Live
  /** Resolves once all that was written has been told to those who hear it. */
  told(): Promise<void>
  /** Ends every stream of what changes: a server that stops waits for none. */
  stopLive(): void
  /** Resolves once nothing is left to follow from what was done. */
  settle(): Promise<void>
  /** Looks for what other processes on the same store have done. */
  lookAround(): void
  /** Forgets what is past its time: old entries of the journal, old outcomes. */
  tidy(): Promise<void>
  close(): Promise<void>
}

const DAY_MS = 86_400_000
/** A thread that searches stays for so long: who searches again should not wait for one to begin. */
const SEARCHED_MS = 300_000
const JOURNAL_DAYS = 400
const OUTCOME_DAYS = 7
const UNSENT_DAYS = 7

/** Joins the rooms on a store: acts, what follows from them, and the jobs they wish for. */
export async function openWhorl(opening: Opening): Promise<Whorl> {
  const { place, now, newId, log, model = null } = opening
  const preparing = opening.apart ? openPreparing(new URL('./preparing.ts', import.meta.url)) : undefined
  const moment = {
    now,
    newId,
    model: model ? { name: model.name, where: model.where } : undefined,
    ...(preparing && { prepare: preparing.prepare }),
  }
  const opened = await openStore(place)
  const store = opening.watched?.(opened) ?? opened
  let wrote = (_space?: string) => {}
  let sessions = () => {}
  const signIn = openSignIn(store, {
    ...opening,
    record: recordAs,
    wrote: () => wrote(),
    sessionsChanged: () => {
      sessions()
      return tellSessions(store)
    },
  })
  const performHere = openPerform(store, moment, (space) => wrote(space), topicsNow)
  const openWorker = (bounds = {}) => openApart(new URL('./apart.ts', import.meta.url), store, now, bounds)
  // A search does not wait for an export: each kind of heavy act has a queue and a worker of its own.
  const apart = opening.apart ? { quick: openWorker({ idleMs: SEARCHED_MS }), long: openWorker() } : null
  const rests = opening.apart ? collectingAtRest() : () => {}
  const perform: Perform = (call) => {
    rests()
    return apart && call.act.heavy ? apart[call.act.heavy].perform(call) : performHere(call)
  }
  const scanning = openScanning(store, opening.scratch, moment, (error) =>
    log({ id: newId(), what: 'scanning what was brought', error }),
  )
  const takingIn = openTakingIn(store, moment, opening.reach ?? theWorld)
  const handlers = {
    compile: compileTopic(store, moment),
    [READ_SOURCES]: readSources(store, moment),
    [FILL_EXAMPLE]: fillExample(store, perform, byName(), opening.root),
  }
  const hands = {
    // What it recorded is followed like an act.
    fulfilled: (job: Job) => wrote(job.space_id),
    failed: (error: unknown, job: Job) => log({ id: newId(), what: `job ${job.kind} ${job.id}`, error }),
  }
  const jobs = openJobs(store, moment, handlers, { ...hands, alone: place.kind === 'sqlite' })
  // What comes from outside takes as long as it likes, up to its bounds: only what was brought after it waits.
  const bringing = openJobs(
    store,
    moment,
    { [SCAN]: scanning.job, [TAKE_IN]: takingIn.job },
    { ...hands, alone: false, dropped: (job) => (job.kind === SCAN ? scanning : takingIn).dropped(job) },
  )
  // A model may take minutes over a page: nothing else waits for it.
  const stopping = new AbortController()
  const write = writeTopic(store, moment, model, stopping.signal)
  const writing = openJobs(store, moment, { [WRITE]: write }, { ...hands, alone: false })
  const feed = openFeed(store, moment, topicsNow, (error) => log({ id: newId(), what: 'live', error }))
  // A wish is recorded by an act or by what follows from one: jobs are looked for when the following is done.
  const following = openReactions(store, moment, [...reactions, ...findableReactions, missingBecomesFound], {
    followed: () => {
      jobs.poke()
      bringing.poke()
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
  const wished = wishReadingOfAll(store, moment)
    .then(jobs.poke)
    .catch((error) => log({ id: newId(), what: 'reading sources', error }))
  const index = openIndex(store, now, (error, what) => log({ id: newId(), what, error }))
  const settle = async () => {
    await index.settle()
    await wished
    // What a job records may be followed again, and lead to further jobs.
    for (let before = -1, done = 0; done !== before; ) {
      before = done
      await following.settle()
      done = (await jobs.settle()) + (await bringing.settle()) + (await writing.settle())
    }
  }
  return {
    store,
    acts,
    perform,
    signIn,
    live: feed,
    stopLive: feed.stop,
    told: feed.settle,
    settle,
    lookAround: () => written(),
    tidy: () => {
      const ago = (days: number) => new Date(Date.parse(now()) - days * DAY_MS).toISOString()
      return store.write(async (tx) => {
        await forgetOldJournal(tx, { journal: ago(JOURNAL_DAYS), outcomes: ago(OUTCOME_DAYS) })
        await dropUnsent(tx, ago(UNSENT_DAYS))
        await dropUnsentArrivals(tx, ago(UNSENT_DAYS))
      })
    },
    close: async () => {
      if (apart) await Promise.all([apart.quick.stop(), apart.long.stop()])
      await preparing?.stop()
      feed.stop()
      await stopListening()
      await index.stop()
      await wished
      await following.stop()
      scanning.stop()
      stopping.abort()
      takingIn.stop()
      await jobs.stop()
      await bringing.stop()
      await writing.stop()
      await store.close()
    },
  }
}

const byName = () =>
  Object.fromEntries(acts.map((act) => [act.name, act])) as unknown as Parameters<typeof fillExample>[2]
