import { allSpaces, type Change, type Changed, type Here, type Noun, together } from '../ba/index.ts'
import type { Store } from '../store/index.ts'
import { recordAs } from './entry.ts'
import { entriesAfter, entryAt } from './journal-rows.ts'
import type { Moment } from './perform.ts'
import { cursorOf, cursorsIn, moveCursor, park, parkedToRetry, unpark } from './reaction-rows.ts'
import { sayParked } from './say-parked.ts'

/** What follows from a change: the file where one thing becomes the next. */
export interface Reaction {
  /** Its name in the cursor table; never renamed. */
  readonly name: string
  /** The nouns it follows. */
  readonly on: readonly Noun[]
  /** Does what follows from entries, in one transaction with the cursor; each noun's id is given once. */
  readonly run: (here: Here, changed: Changed, range: Range) => Promise<void>
  /** Whether it takes all entries that wait in one transaction; where that fails, each is followed by itself. */
  readonly together?: true
}

/** The part of a space's order that is followed: after one place, up to another; and how far the cursor is. */
export interface Range {
  after: number
  upTo: number
  /** Beyond `upTo` where an entry is followed late, because it was parked. */
  cursor: number
}

/** The reactions of a house, running. */
export interface Reactions {
  /** Says that something was written in a space; without one, that something may have been in any. */
  poke(space?: string): void
  /** Resolves once every reaction in every space has come to the end of the journal. */
  settle(): Promise<void>
  /** Waits for the entry in hand and stops. */
  stop(): Promise<void>
}

type Space = Here['space']
type Followed = { seq: number; changed: Changed }

/** What this process knows of a space: up to where all has been looked at, and each reaction's cursor when last seen. */
interface Known {
  looked: number
  cursors: Map<string, number>
}

/** Beyond so many entries that a reaction does not follow its cursor is moved all the same. */
const WORTH_A_WRITE = 500
/** What the journal calls it when an entry is parked. */
const PARKED = 'parked'
/** So many entries are looked at at once; entries that changed so many things are followed in one transaction. */
const [AT_ONCE, MOST_TOGETHER] = [1000, 1000]

/** Starts reactions: from their cursors at first, then after each poke. One that fails is parked and the rest goes on. */
export function openReactions(
  store: Store,
  moment: Moment,
  reactions: readonly Reaction[],
  hands: { followed: () => void; failed: (error: unknown, reaction: string) => void },
): Reactions {
  const { followed, failed } = hands
  let running: Promise<void> = Promise.resolve()
  let waiting: Set<string> | 'all' | null = null
  let stopped = false
  const known = new Map<string, Known>()

  const sweep = async () => {
    const wanted = waiting
    waiting = null
    for (const space of await store.read(allSpaces)) {
      // Where all there is has been looked at, nothing is asked of the store.
      if (known.get(space.id)?.looked === space.seq) continue
      if (wanted === 'all' || wanted?.has(space.id)) await followAll(space)
    }
  }
  const followAll = async (space: Space) => {
    let at = known.get(space.id)
    if (!at) {
      at = await store.read((tx) => begunAt(tx, space.id, reactions))
      known.set(space.id, at)
      await retryParked(space)
    }
    // A reaction may write what another follows: the end is where no entry is left to look at.
    while (!stopped) {
      const { looked } = at
      const entries = (await store.read((tx) => entriesAfter(tx, space.id, looked, AT_ONCE))).map(readEntry)
      const last = entries.at(-1)
      if (!last) return
      // What was parked is tried again by an act, and so there is an entry of it.
      await retryParked(space)
      for (const reaction of reactions) await follow(space, reaction, entries, at)
      await passOverAll(space, last.seq, at)
      if (!stopped) at.looked = last.seq
    }
  }
  const retryParked = async (space: Space) => {
    for (const { reaction: name, seq } of await store.read((tx) => parkedToRetry(tx, space.id))) {
      const reaction = reactions.find((one) => one.name === name)
      // Another process on the same store may know it.
      if (!reaction) continue
      try {
        await store.write(async (tx) => {
          const entry = await entryAt(tx, space.id, seq)
          if (!entry) throw new Error('What it followed from is no longer kept.')
          if (!(await unpark(tx, space.id, name, seq))) return
          const cursor = (await cursorOf(tx, space.id, name)) ?? seq
          const range = { after: seq - 1, upTo: seq, cursor }
          await react(tx, space, reaction, readEntry(entry).changed, range, (here) => sayParked(here, name, seq))
        })
      } catch (error) {
        failed(error, name)
        await store.write((tx) => parkAgain(tx, space, name, seq, error))
      }
    }
  }
  const parkAgain = (tx: Here['tx'], space: Space, reaction: string, seq: number, error: unknown) => {
    const fault = error instanceof Error ? error.message : String(error)
    return recordAs({ tx, space, newId: moment.newId }, byItself(PARKED), async (here) => {
      await park(tx, { space_id: space.id, reaction, seq, fault, at: here.now })
      await sayParked(here, reaction, seq)
    })
  }
  const follow = async (space: Space, reaction: Reaction, entries: readonly Followed[], at: Known): Promise<void> => {
    let from = at.cursors.get(reaction.name) ?? 0
    const followed = entries.filter(({ changed }) => reaction.on.some((noun) => noun in changed))
    for (const some of reaction.together ? portions(followed) : [followed]) {
      if (reaction.together) from = await takeAll(space, reaction, some, from)
      // Behind the cursor by now, unless it failed for all of them.
      for (const entry of some) from = await takeOne(space, reaction, entry, from)
    }
    at.cursors.set(reaction.name, from)
  }
  /** Follows an entry, and gives where the cursor is then. */
  const takeOne = async (space: Space, reaction: Reaction, entry: Followed, from: number): Promise<number> => {
    let at = from
    // Where it was not taken, another process on the same store has been here meanwhile.
    while (entry.seq > at && !stopped)
      at = (await take(space, reaction, entry, at)) ? entry.seq : await cursorNow(space, reaction)
    return at
  }
  /** Follows entries in one transaction; where that fails, the cursor stays for each to be taken by itself. */
  const takeAll = async (space: Space, reaction: Reaction, entries: readonly Followed[], from: number) => {
    const some = entries.filter(({ seq }) => seq > from)
    const upTo = some.at(-1)?.seq ?? from
    if (some.length < 2 || stopped) return from
    try {
      const changed = together(some.map((one) => ({ nouns: one.changed, to: { topics: [] } })))
      const taken = await move(space, reaction, changed, { after: from, upTo, cursor: upTo })
      return taken ? upTo : await cursorNow(space, reaction)
    } catch {
      return from
    }
  }
  const cursorNow = async (space: Space, { name }: Reaction) =>
    (await store.read((tx) => cursorOf(tx, space.id, name))) ?? 0
  /** Passes over entries of other nouns, all reactions in one transaction; only worth a write when they are many. */
  const passOverAll = async (space: Space, last: number, { cursors }: Known): Promise<void> => {
    const behind = reactions.filter(({ name }) => last - (cursors.get(name) ?? 0) >= WORTH_A_WRITE)
    if (behind.length === 0 || stopped) return
    const moved = await store.write(async (tx) => {
      const there = []
      for (const reaction of behind) {
        const range = { after: cursors.get(reaction.name) ?? 0, upTo: last, cursor: last }
        if (!(await moveCursor(tx, space.id, reaction.name, range.after, last))) continue
        // What goes by the range looks at it all the same.
        if (reaction.together) await react(tx, space, reaction, {}, range)
        there.push(reaction.name)
      }
      return there
    })
    for (const name of moved) cursors.set(name, last)
  }
  /** Moves the cursor over a range and does what follows from it, in one transaction; gives false where it was moved. */
  const move = (space: Space, reaction: Reaction, changed: Changed, range: Range): Promise<boolean> =>
    store.write(async (tx) => {
      if (!(await moveCursor(tx, space.id, reaction.name, range.after, range.upTo))) return false
      await react(tx, space, reaction, changed, range)
      return true
    })
  const take = async (space: Space, reaction: Reaction, entry: Followed, from: number): Promise<boolean> => {
    const { seq, changed } = entry
    try {
      return await move(space, reaction, changed, { after: from, upTo: seq, cursor: seq })
    } catch (error) {
      failed(error, reaction.name)
      return store.write(async (tx) => {
        if (!(await moveCursor(tx, space.id, reaction.name, from, seq))) return false
        await parkAgain(tx, space, reaction.name, seq, error)
        return true
      })
    }
  }
  const react = (
    tx: Here['tx'],
    space: Space,
    reaction: Reaction,
    changed: Changed,
    range: Range,
    besides = async (_: Here) => {},
  ) =>
    recordAs({ tx, space, newId: moment.newId }, byItself(reaction.name), async (here) => {
      await reaction.run(here, changed, range)
      await besides(here)
    })
  const byItself = (act: string) => ({ act, by: null, door: 'whorl', now: moment.now() })

  const poke = (space?: string) => {
    if (stopped) return
    if (waiting === null) running = running.then(sweep).then(followed, (error) => failed(error, 'sweep'))
    if (space === undefined || waiting === 'all') waiting = 'all'
    else waiting = (waiting ?? new Set()).add(space)
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
    },
    stop: async () => {
      stopped = true
      await running
    },
  }
}

/** What of a journal's entry is followed. */
const readEntry = ({ seq, changed }: { seq: number; changed: string }): Followed => ({
  seq,
  changed: together(JSON.parse(changed) as Change[]),
})

/** Entries in portions that one transaction takes, so that the writer is never held for long. */
function portions(entries: readonly Followed[]): Followed[][] {
  const all: Followed[][] = []
  let size = MOST_TOGETHER
  for (const entry of entries) {
    if (size >= MOST_TOGETHER) all.push([])
    if (size >= MOST_TOGETHER) size = 0
    all.at(-1)?.push(entry)
    for (const ids of Object.values(entry.changed)) size += ids.length
  }
  return all
}

/** Where to begin in a space: behind the reaction that has come least far. */
async function begunAt(tx: Here['tx'], space: string, reactions: readonly Reaction[]): Promise<Known> {
  const cursors = new Map((await cursorsIn(tx, space)).map(({ reaction, seq }) => [reaction, seq]))
  return { looked: Math.min(...reactions.map(({ name }) => cursors.get(name) ?? 0)), cursors }
}
