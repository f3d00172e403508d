import type { Call, Perform, Person } from '../ba/index.ts'
import type { Store } from '../store/index.ts'
import { openThread } from './thread.ts'

/** A request to the reading worker. */
export interface Asked {
  act: string
  space: string | undefined
  input: unknown
  by: Person | 'folder-owner'
  door: string
  now: string
}

/** Performs long reading acts in a worker thread, one at a time. */
export interface Apart {
  perform: Perform
  stop(): Promise<void>
}

const [MOST_MS, MOST_WAITING, IDLE_MS] = [60_000, 100, 20_000]

/**
 * Opens a worker for heavy reading acts, so that they block nobody else. An act longer than
 * `mostMs` is aborted and refused; a worker idle for `idleMs` ends and frees its memory.
 */
export function openApart(
  entry: URL,
  store: Store,
  now: () => string,
  { mostMs = MOST_MS, idleMs = IDLE_MS }: { mostMs?: number; idleMs?: number } = {},
): Apart {
  const thread = openThread<Asked, Record<string, unknown>>({
    entry,
    workerData: store.place,
    mostMs,
    mostWaiting: MOST_WAITING,
    idleMs,
  })
  return {
    perform: async (call) => thread.ask({ ...(await askedOf(store, call)), now: now() }),
    stop: thread.stop,
  }
}

/** The session is resolved in this thread. */
async function askedOf(store: Store, { act, space, input, by, door }: Call): Promise<Omit<Asked, 'now'>> {
  const asked = { act: act.name, space, input, door }
  if (by === 'folder-owner') return { ...asked, by }
  const { id, name } = 'whose' in by ? await store.read((tx) => by.whose(tx)) : by
  return { ...asked, by: { id, name } }
}
