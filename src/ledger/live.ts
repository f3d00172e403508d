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
import type { Store, Tx } from '../store/index.ts'
import { entriesAfter, entryWithId } from './journal-rows.ts'
import { type Leads, mayHear, newsOf } from './news.ts'
import type { Moment } from './perform.ts'

/** The feed of a house, running. */
export interface Feed extends Live {
  /** Says that something was written in a space; without one, that something may have been in any. */
  poke(space?: string): void
  /** Ends the streams of those who are signed out or may not hear any more. */
  lookAgain(): Promise<void>
  /** Resolves once all that was written has been told. */
  settle(): Promise<void>
  /** Ends every stream. */
  stop(): void
}

/** One who hears: what they may see, and up to where in the space's order they were told. */
interface Ear {
  hearer: Hearer
  space: string
  person: string
  areas: ReadonlySet<string>
  told: number
}

type Entry = { seq: number; id: string | null; at: string; changes: Change[] }

const AT_ONCE = 200
const MOST_STREAMS = 8
/** Whoever was away for longer reads everything anew. */
const AWAY_MS = 600_000

/** Opens the feed: each entry of the journal is told to those who may see what it changed, one message an entry. */
export function openFeed(
  store: Store,
  { now }: Pick<Moment, 'now'>,
  leads: Leads,
  failed: (error: unknown) => void,
): Feed {
  const ears = new Set<Ear>()
  let running: Promise<void> = Promise.resolve()
  let waiting: Set<string> | 'all' | null = null

  const end = (ear: Ear) => {
    if (ears.delete(ear)) ear.hearer.over()
  }
  const sweep = async () => {
    const wanted = waiting
    waiting = null
    for (const space of new Set([...ears].map((ear) => ear.space)))
      if (wanted === 'all' || wanted?.has(space)) await tellSpace(space)
  }
  const tellSpace = async (space: string) => {
    for (;;) {
      const here = [...ears].filter((ear) => ear.space === space)
      if (here.length === 0) return
      const from = Math.min(...here.map(({ told }) => told))
      const { entries, now: topicNow } = await store.read(async (tx) => ({
        entries: await readEntries(tx, space, from),
        now: await leads(tx, space),
      }))
      for (const ear of here) for (const entry of entries) tell(ear, entry, topicNow)
      // Who is let in sees all that was there before; who is no longer there hears nothing more.
      if (entries.some(({ changes }) => changes.some(({ nouns }) => nouns.area || nouns.member)))
        for (const ear of here) await lookAgain(ear)
      if (entries.length < AT_ONCE) return
    }
  }
  const tell = (ear: Ear, { seq, id, changes }: Entry, topicNow: (topic: string) => string) => {
    if (seq <= ear.told || !ears.has(ear)) return
    ear.told = seq
    const news = id === null ? undefined : newsOf({ id, changes }, ear, topicNow)
    if (news) ear.hearer.heard(news)
  }
  const lookAgain = async (ear: Ear) => {
    const now = await store.read((tx) => whoHears(tx, ear.hearer)).catch(() => undefined)
    if (!ears.has(ear)) return
    if (!now || [...ear.areas].some((area) => !now.areas.has(area))) return end(ear)
    if (now.areas.size > ear.areas.size) ear.hearer.heard('everything')
    ear.areas = now.areas
  }
  const poke = (space?: string) => {
    if (ears.size === 0) return
    if (waiting === null) running = running.then(sweep).catch(failed)
    if (space === undefined || waiting === 'all') waiting = 'all'
    else waiting = (waiting ?? new Set()).add(space)
  }
  return {
    poke,
    lookAgain: async () => {
      for (const ear of [...ears]) await lookAgain(ear)
    },
    settle: async () => {
      poke()
      for (let seen: Promise<void> | undefined; seen !== running; ) {
        seen = running
        await seen
      }
    },
    stop: () => {
      for (const ear of ears) end(ear)
    },
    hear: async (hearer) => {
      const ear = await store.read(async (tx) => {
        const found = await whoHears(tx, hearer)
        const told = hearer.after === undefined ? undefined : await toldUpTo(tx, found, hearer.after, now())
        return { hearer, ...found, told: told ?? found.seq, all: hearer.after !== undefined && told === undefined }
      })
      if ([...ears].filter(({ person }) => person === ear.person).length >= MOST_STREAMS)
        throw tooMany('You listen here in many places already.', 'Close one of them.')
      ears.add(ear)
      if (ear.all) hearer.heard('everything')
      // What was written since they were last told is told now.
      poke(ear.space)
      return { stillMay: () => lookAgain(ear), stop: () => void ears.delete(ear) }
    },
  }
}

/** Finds who they are, that they are in the space, and what they see there. */
async function whoHears(tx: Tx, { space: slug, by }: Pick<Hearer, 'space' | 'by'>) {
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

/** Up to where they were told, by the last news they heard; nothing where that is unknown, not theirs, or long ago. */
async function toldUpTo(
  tx: Tx,
  ear: { space: string; person: string; areas: ReadonlySet<string> },
  id: string,
  now: string,
) {
  const row = await entryWithId(tx, ear.space, id)
  if (!row || Date.parse(now) - Date.parse(row.at) > AWAY_MS) return undefined
  const { seq, changes } = entryOf(row)
  return changes.some((change) => mayHear(ear, change)) ? seq : undefined
}

const readEntries = async (tx: Tx, space: string, from: number) =>
  (await entriesAfter(tx, space, from, AT_ONCE)).map(entryOf)

const entryOf = ({ seq, id, at, changed }: { seq: number; id: string | null; at: string; changed: string }): Entry => ({
  seq,
  id,
  at,
  changes: JSON.parse(changed) as Change[],
})
