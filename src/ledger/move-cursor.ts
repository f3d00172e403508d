import type { Changed, Here } from '../ba/index.ts'
import type { Store, Tx } from '../store/index.ts'
import { recordAs } from './entry.ts'
import type { Moment } from './perform.ts'
import type { Range, Reaction } from './reaction.ts'
import { cursorOf, moveCursor, park } from './reaction-rows.ts'
import { sayParked } from './say-parked.ts'

/** A space as reactions are given it. */
export type Space = Here['space']

/** What following needs. */
export interface Hands {
  readonly store: Store
  readonly moment: Moment
  readonly reactions: readonly Reaction[]
  readonly failed: (error: unknown, reaction: string) => void
  /** Whether to stop after the entry in hand. */
  readonly stopped: () => boolean
}

/** The act name of the journal entry for an entry that was parked. */
const PARKED = 'parked'

/** Does work with a journal entry of its own. */
export const recordBy = ({ moment }: Hands, tx: Tx, space: Space, act: string, work: (here: Here) => Promise<void>) =>
  recordAs({ tx, space, newId: moment.newId }, { act, by: null, door: 'whorl', now: moment.now() }, work)

/** Does what follows from a change, with an entry of its own. */
export const react = (hands: Hands, tx: Tx, space: Space, reaction: Reaction, changed: Changed, range: Range) =>
  recordBy(hands, tx, space, reaction.name, (here) => reaction.run(here, changed, range))

/**
 * Moves the cursor over a range and does what follows from it, in one transaction; gives false
 * where it was moved.
 */
export const moveOver = (hands: Hands, space: Space, reaction: Reaction, changed: Changed, range: Range) =>
  hands.store.write(async (tx) => {
    if (!(await moveCursor(tx, space.id, reaction.name, range.after, range.upTo))) return false
    await react(hands, tx, space, reaction, changed, range)
    return true
  })

/**
 * Moves the cursor over an entry that a reaction failed on, and parks it; gives false where it was
 * moved.
 */
export const moveOverFailed = (
  hands: Hands,
  space: Space,
  reaction: Reaction,
  { after, upTo }: Range,
  error: unknown,
) =>
  hands.store.write(async (tx) => {
    if (!(await moveCursor(tx, space.id, reaction.name, after, upTo))) return false
    await parkWith(hands, tx, space, reaction.name, upTo, error)
    return true
  })

/** Parks an entry with the fault that a reaction failed with. */
export const parkWith = (hands: Hands, tx: Tx, space: Space, reaction: string, seq: number, error: unknown) => {
  const fault = error instanceof Error ? error.message : String(error)
  return recordBy(hands, tx, space, PARKED, async (here) => {
    await park(tx, { space_id: space.id, reaction, seq, fault, at: here.now })
    await sayParked(here, reaction, seq)
  })
}

/** Where a reaction's cursor is now, after another process moved it. */
export const cursorNow = async ({ store }: Hands, space: Space, { name }: Reaction): Promise<number> =>
  (await store.read((tx) => cursorOf(tx, space.id, name))) ?? 0
