import type { Tx } from '../store/index.ts'
import { followEntries, isFollowedBy } from './follow-entries.ts'
import { AT_ONCE, type Followed, readEntries } from './followed.ts'
import { type Hands, react, type Space } from './move-cursor.ts'
import type { Reaction } from './reaction.ts'
import { cursorsIn, moveCursor } from './reaction-rows.ts'
import { tryParked } from './try-parked.ts'

/**
 * What this process knows of a space: up to where all has been looked at, and each reaction's
 * cursor when last seen.
 */
export interface Known {
  readonly space: Space
  looked: number
  readonly cursors: Map<string, number>
}

/** Beyond so many entries that a reaction does not follow its cursor is moved all the same. */
const WORTH_A_WRITE = 500

/**
 * Begins in a space: behind the reaction that has come least far, and with what was to be tried
 * again.
 */
export async function beginIn(hands: Hands, space: Space): Promise<Known> {
  const known = await hands.store.read((tx) => begunAt(tx, space, hands.reactions))
  await tryParked(hands, space)
  return known
}

async function begunAt(tx: Tx, space: Space, reactions: readonly Reaction[]): Promise<Known> {
  const cursors = new Map((await cursorsIn(tx, space.id)).map(({ reaction, seq }) => [reaction, seq]))
  return { space, looked: Math.min(...reactions.map(({ name }) => cursors.get(name) ?? 0)), cursors }
}

/** Has every reaction follow a space's journal to its end. */
export async function followSpace(hands: Hands, known: Known): Promise<void> {
  const { space } = known
  for (let more = true; more && !hands.stopped(); ) {
    const entries = await hands.store.read((tx) => readEntries(tx, space.id, known.looked))
    if (entries.length === 0) return
    more = await followAll(hands, known, entries)
  }
}

/**
 * Has every reaction follow entries; gives whether there may be more: those that were written
 * meanwhile among them.
 */
async function followAll(hands: Hands, known: Known, entries: readonly Followed[]): Promise<boolean> {
  const { space, cursors } = known
  // An act that wants something tried again says so in its entry.
  const tried = entries.some(({ changed }) => 'parked' in changed)
  if (tried) await tryParked(hands, space)
  const taking = hands.reactions.filter((reaction) => entries.some((entry) => isFollowedBy(entry, reaction)))
  for (const reaction of taking)
    cursors.set(reaction.name, await followEntries(hands, space, reaction, entries, cursors.get(reaction.name) ?? 0))
  const last = entries.at(-1)?.seq ?? known.looked
  const passed = await passOver(hands, known, last)
  if (!hands.stopped()) known.looked = last
  // What others write meanwhile they say by themselves; what a reaction writes is an entry that
  // another may follow.
  return tried || passed || taking.length > 0 || entries.length === AT_ONCE
}

/**
 * Passes over entries of other nouns, all reactions in one transaction; only worth a write when
 * they are many.
 */
async function passOver(hands: Hands, { space, cursors }: Known, last: number): Promise<boolean> {
  const behind = hands.reactions.filter(({ name }) => last - (cursors.get(name) ?? 0) >= WORTH_A_WRITE)
  if (behind.length === 0 || hands.stopped()) return false
  const moved = await hands.store.write(async (tx) => {
    const there = []
    for (const reaction of behind) {
      const range = { after: cursors.get(reaction.name) ?? 0, upTo: last, cursor: last }
      if (!(await moveCursor(tx, space.id, reaction.name, range.after, last))) continue
      // What goes by the range looks at it all the same.
      if (reaction.together) await react(hands, tx, space, reaction, {}, range)
      there.push(reaction.name)
    }
    return there
  })
  for (const name of moved) cursors.set(name, last)
  return true
}
