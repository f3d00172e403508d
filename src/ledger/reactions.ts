import { allSpaces } from '../ba/index.ts'
import { passes, type Store } from '../store/index.ts'
import { beginIn, followSpace, type Known } from './follow-space.ts'
import type { Hands } from './move-cursor.ts'
import type { Moment } from './perform.ts'
import type { Reaction } from './reaction.ts'

/** The reactions of a house, running. */
export interface Reactions {
  /**
   * Says that something was written in a space; without one, that something may have been in any.
   */
  poke(space?: string): void
  /** Resolves once every reaction in every space has come to the end of the journal. */
  settle(): Promise<void>
  /** Waits for the entry in hand and stops. */
  stop(): Promise<void>
}

/** After so long the journal is followed again where the store was not there. */
const AGAIN_MS = 5000

/**
 * Starts reactions: from their cursors at first, then after each poke. One that fails is parked and
 * the rest goes on.
 */
export function openReactions(
  store: Store,
  moment: Moment,
  reactions: readonly Reaction[],
  { followed, failed }: { followed: () => void; failed: (error: unknown, reaction: string) => void },
): Reactions {
  let stopped = false
  const sweep = sweepOver({ store, moment, reactions, failed, stopped: () => stopped })
  let running: Promise<void> = Promise.resolve()
  let waiting: Set<string> | 'all' | null = null
  let again: NodeJS.Timeout | undefined

  const sweepWaiting = async () => {
    const wanted = waiting
    waiting = null
    if (wanted) await sweep(wanted)
  }
  const fail = (error: unknown) => {
    failed(error, 'sweep')
    if (passes(error)) again = setTimeout(poke, AGAIN_MS).unref()
  }
  const poke = (space?: string) => {
    if (stopped) return
    if (waiting === null) running = running.then(sweepWaiting).then(followed, fail)
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
      clearTimeout(again)
      await running
    },
  }
}

/** Has spaces followed to their ends; remembers between sweeps how far each is. */
function sweepOver(hands: Hands) {
  const known = new Map<string, Known>()
  const followThoseOf = async (isWanted: (id: string) => boolean) => {
    for (const { seq, ...space } of await hands.store.read(allSpaces)) {
      if (!isWanted(space.id)) continue
      const at = known.get(space.id) ?? (await beginIn(hands, space))
      known.set(space.id, at)
      if (at.looked !== seq) await followSpace(hands, at)
    }
  }
  return async (wanted: ReadonlySet<string> | 'all'): Promise<void> => {
    if (wanted === 'all') return followThoseOf(() => true)
    // An act names its space: only for one that was not met before is the list of spaces read.
    const met = [...wanted].flatMap((id) => known.get(id) ?? [])
    if (met.length < wanted.size) return followThoseOf((id) => wanted.has(id))
    for (const at of met) await followSpace(hands, at)
  }
}
