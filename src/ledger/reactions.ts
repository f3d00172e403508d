import { allSpaces, type Change, type Changed, type Here, type Noun, together } from '../ba/index.ts'
import type { Store } from '../store/index.ts'
import { recordAs } from './entry.ts'
import { entriesAfter, entryAt } from './journal-rows.ts'
import type { Moment } from './perform.ts'
import { cursorOf, cursorsIn, moveCursor, park, parkedToRetry, unpark } from './reaction-rows.ts'

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
/** So many entries are looked at at once, and so many followed in one transaction at most. */
const [AT_ONCE, MOST_TOGETHER] = [1000, 250]

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
          await react(tx, space, reaction, readEntry(entry).changed, { after: seq - 1, upTo: seq, cursor })
        })
      } catch (error) {
        failed(error, name)
        await store.write((tx) => parkAgain(tx, space, name, seq, error))
      }
    }
  }
  const parkAgain = (tx: Here['tx'], space: Space, reaction: string, seq: number, error: unknown) => {
    const fault = error instanceof Error ? error.message : String(error)
    return park(tx, { space_id: space.id, reaction, seq, fault, at: moment.now() })
  }
  const follow = async (space: Space, reaction: Reaction, entries: readonly Followed[], at: Known): Promise<void> => {
    let from = at.cursors.get(reaction.name) ?? 0
    const last = entries.at(-1)?.seq ?? from
    const followed = entries.filter(({ changed }) => reaction.on.some((noun) => noun in changed))
    if (reaction.together) from = await takeTogether(space, reaction, followed, from)
    for (const entry of followed) from = await takeOne(space, reaction, entry, from)
    // Entries of other nouns are passed over in one step, and only worth a write when they are many.
    if (last - from >= WORTH_A_WRITE && !stopped) from = await passOver(space, reaction, from, last)
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
  /** Follows entries some in a transaction, as far as that goes well; gives where the cursor is then. */
  const takeTogether = async (space: Space, reaction: Reaction, entries: readonly Followed[], from: number) => {
    const ahead = entries.filter(({ seq }) => seq > from)
    let at = from
    for (let n = 0; n < ahead.length; n += MOST_TOGETHER) {
      const to = await takeAll(space, reaction, ahead.slice(n, n + MOST_TOGETHER), at)
      if (to === at) break
      at = to
    }
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
  /** Passes over what it does not follow; what goes by the range looks at it all the same. */
  const passOver = async (space: Space, reaction: Reaction, from: number, last: number): Promise<number> => {
    const moved = reaction.together
      ? await move(space, reaction, {}, { after: from, upTo: last, cursor: last })
      : await store.write((tx) => moveCursor(tx, space.id, reaction.name, from, last))
    return moved ? last : from
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
  const react = (tx: Here['tx'], space: Space, reaction: Reaction, changed: Changed, range: Range) =>
    recordAs(
      { tx, space, newId: moment.newId },
      { act: reaction.name, by: null, door: 'whorl', now: moment.now() },
      (here) => reaction.run(here, changed, range),
    )

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

/** Where to begin in a space: behind the reaction that has come least far. */
async function begunAt(tx: Here['tx'], space: string, reactions: readonly Reaction[]): Promise<Known> {
  const cursors = new Map((await cursorsIn(tx, space)).map(({ reaction, seq }) => [reaction, seq]))
  return { looked: Math.min(...reactions.map(({ name }) => cursors.get(name) ?? 0)), cursors }
}
