import {
  absent,
  areasSeen,
  type Caller,
  type Change,
  type Hearer,
  type Live,
  notYours,
  spaceForPerson,
  tooMany,
} from '../ba/index.ts'
import { passes, type Store, type Tx } from '../store/index.ts'
import { entriesAfter, entryWithId } from './journal-rows.ts'
import { type Leads, mayHear, newsOf } from './news.ts'
import type { Moment } from './perform.ts'

/** The running live feed of a house. */
export interface Feed extends Live {
  /** Announces that something was written in a space, or in any space if none is given. */
  poke(space?: string): void
  /** Ends the streams of people who signed out or lost their permission. */
  recheck(): Promise<void>
  /** Resolves once everything written has been sent. */
  settle(): Promise<void>
  /** Ends every stream. */
  stop(): void
}

/** A subscription: what the subscriber may see, and the last journal number sent. */
interface Subscription {
  hearer: Hearer
  space: string
  person: string
  areas: ReadonlySet<string>
  sentUpTo: number
}

type Entry = { seq: number; id: string | null; at: string; changes: Change[] }

const AT_ONCE = 200
const MOST_STREAMS = 8
/** After a longer absence everything is refetched. */
const AWAY_MS = 600_000

/** Opens the feed: sends each journal entry, as one message, to those who may see its changes. */
export function openFeed(
  store: Store,
  { now }: Pick<Moment, 'now'>,
  leads: Leads,
  failed: (error: unknown) => void,
): Feed {
  const subscriptions = new Set<Subscription>()
  let running: Promise<void> = Promise.resolve()
  let waiting: Set<string> | 'all' | null = null

  const end = (subscription: Subscription) => {
    if (subscriptions.delete(subscription)) subscription.hearer.over()
  }
  const sweep = async () => {
    const wanted = waiting
    waiting = null
    for (const space of new Set([...subscriptions].map((subscription) => subscription.space)))
      if (wanted === 'all' || wanted?.has(space)) await sendSpace(space)
  }
  const sendSpace = async (space: string) => {
    for (;;) {
      const here = [...subscriptions].filter((subscription) => subscription.space === space)
      if (here.length === 0) return
      const from = Math.min(...here.map(({ sentUpTo }) => sentUpTo))
      const { entries, now: topicNow } = await store.read(async (tx) => ({
        entries: await readEntries(tx, space, from),
        now: await leads(tx, space),
      }))
      for (const subscription of here) for (const entry of entries) send(subscription, entry, topicNow)
      // New members must refetch what existed before; former members get nothing more.
      if (entries.some(({ changes }) => changes.some(({ nouns }) => nouns.area || nouns.member)))
        for (const subscription of here) await recheck(subscription)
      if (entries.length < AT_ONCE) return
    }
  }
  const send = (subscription: Subscription, { seq, id, changes }: Entry, topicNow: (topic: string) => string) => {
    if (seq <= subscription.sentUpTo || !subscriptions.has(subscription)) return
    subscription.sentUpTo = seq
    const news = id === null ? undefined : newsOf({ id, changes }, subscription, topicNow)
    if (news) subscription.hearer.heard(news)
  }
  const recheck = async (subscription: Subscription) => {
    const now = await store
      .read((tx) => subscriberOf(tx, subscription.hearer))
      .catch((error) =>
        // Nothing is sent while the store is away; when it is back, this is looked at again.
        passes(error) ? 'unknown' : undefined,
      )
    if (now === 'unknown' || !subscriptions.has(subscription)) return
    if (!now || [...subscription.areas].some((area) => !now.areas.has(area))) return end(subscription)
    if (now.areas.size > subscription.areas.size) subscription.hearer.heard('everything')
    subscription.areas = now.areas
  }
  const poke = (space?: string) => {
    if (subscriptions.size === 0) return
    if (waiting === null) running = running.then(sweep).catch(failed)
    if (space === undefined || waiting === 'all') waiting = 'all'
    else waiting = (waiting ?? new Set()).add(space)
  }
  return {
    poke,
    recheck: async () => {
      for (const subscription of [...subscriptions]) await recheck(subscription)
    },
    settle: async () => {
      poke()
      for (let seen: Promise<void> | undefined; seen !== running; ) {
        seen = running
        await seen
      }
    },
    stop: () => {
      for (const subscription of subscriptions) end(subscription)
    },
    hear: async (hearer) => {
      const subscription = await store.read(async (tx) => {
        const found = await subscriberOf(tx, hearer)
        const sentUpTo = hearer.after === undefined ? undefined : await positionOf(tx, found, hearer.after, now())
        return {
          hearer,
          ...found,
          sentUpTo: sentUpTo ?? found.seq,
          all: hearer.after !== undefined && sentUpTo === undefined,
        }
      })
      if ([...subscriptions].filter(({ person }) => person === subscription.person).length >= MOST_STREAMS)
        throw tooMany('You listen here in many places already.', 'Close one of them.')
      subscriptions.add(subscription)
      if (subscription.all) hearer.heard('everything')
      // Sends entries written since their last one.
      poke(subscription.space)
      return { stillMay: () => recheck(subscription), stop: () => void subscriptions.delete(subscription) }
    },
  }
}

/** Finds the subscriber's person, space membership and visible areas. */
async function subscriberOf(tx: Tx, { space: slug, by }: Pick<Hearer, 'space' | 'by'>) {
  const row = await spaceForPerson(tx, slug, (await personOf(tx, by)).id)
  if (!row) throw absent('space', 'space')
  const areas = new Set((await areasSeen(tx, row.id, row.person)).map(({ id }) => id))
  const seq = (await tx.db.selectFrom('space').select('seq').where('id', '=', row.id).executeTakeFirstOrThrow()).seq
  return { space: row.id, person: row.person, areas, seq }
}

async function personOf(tx: Tx, by: Caller) {
  if (by === 'folder-owner') throw notYours('A stream is for somebody who is signed in.', 'Sign in.', 'session')
  return 'whose' in by ? by.whose(tx) : by
}

/** The journal number of the last news received; undefined if unknown, not theirs, or too old. */
async function positionOf(
  tx: Tx,
  subscription: { space: string; person: string; areas: ReadonlySet<string> },
  id: string,
  now: string,
) {
  const row = await entryWithId(tx, subscription.space, id)
  if (!row || Date.parse(now) - Date.parse(row.at) > AWAY_MS) return undefined
  const { seq, changes } = entryOf(row)
  return changes.some((change) => mayHear(subscription, change)) ? seq : undefined
}

const readEntries = async (tx: Tx, space: string, from: number) =>
  (await entriesAfter(tx, space, from, AT_ONCE)).map(entryOf)

const entryOf = ({ seq, id, at, changed }: { seq: number; id: string | null; at: string; changed: string }): Entry => ({
  seq,
  id,
  at,
  changes: JSON.parse(changed) as Change[],
})
