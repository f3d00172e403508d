import { passes } from '../store/index.ts'
import { changedIn, type Followed, portions } from './followed.ts'
import { cursorNow, type Hands, moveOver, moveOverFailed, type Space } from './move-cursor.ts'
import type { Reaction } from './reaction.ts'

/** Whether any of these entries changed a noun that a reaction follows. */
export const isFollowedBy = ({ changed }: Followed, { on }: Reaction) => on.some((noun) => noun in changed)

/**
 * Has a reaction follow those entries that it follows, from its cursor on; gives where the cursor
 * is then.
 */
export async function followEntries(
  hands: Hands,
  space: Space,
  reaction: Reaction,
  entries: readonly Followed[],
  from: number,
): Promise<number> {
  let at = from
  const followed = entries.filter((entry) => isFollowedBy(entry, reaction))
  for (const some of reaction.together ? portions(followed) : [followed]) {
    if (reaction.together) at = await takeTogether(hands, space, reaction, some, at)
    // Behind the cursor by now, unless it failed for all of them.
    for (const entry of some) at = await takeOne(hands, space, reaction, entry, at)
  }
  return at
}

/**
 * Follows entries in one transaction; where that fails, the cursor stays for each to be taken by
 * itself.
 */
async function takeTogether(
  hands: Hands,
  space: Space,
  reaction: Reaction,
  entries: readonly Followed[],
  from: number,
): Promise<number> {
  const some = entries.filter(({ seq }) => seq > from)
  const upTo = some.at(-1)?.seq ?? from
  if (some.length < 2 || hands.stopped()) return from
  try {
    const taken = await moveOver(hands, space, reaction, changedIn(some), { after: from, upTo, cursor: upTo })
    return taken ? upTo : await cursorNow(hands, space, reaction)
  } catch (error) {
    if (passes(error)) throw error
    return from
  }
}

/** Follows one entry, or parks it; gives where the cursor is then. */
async function takeOne(hands: Hands, space: Space, reaction: Reaction, entry: Followed, from: number): Promise<number> {
  let at = from
  // Where it was not taken, another process on the same store has been here meanwhile.
  while (entry.seq > at && !hands.stopped())
    at = (await take(hands, space, reaction, entry, at)) ? entry.seq : await cursorNow(hands, space, reaction)
  return at
}

async function take(hands: Hands, space: Space, reaction: Reaction, { seq, changed }: Followed, after: number) {
  const range = { after, upTo: seq, cursor: seq }
  try {
    return await moveOver(hands, space, reaction, changed, range)
  } catch (error) {
    // What fails with the store is followed when it is there again.
    if (passes(error)) throw error
    hands.failed(error, reaction.name)
    return moveOverFailed(hands, space, reaction, range, error)
  }
}
