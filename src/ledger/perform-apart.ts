import type { Call, Perform, Person } from '../ba/index.ts'
import type { Store } from '../store/index.ts'
import { openWorkers } from './worker-pool.ts'

/** A request to the reading worker. */
export interface Asked {
  act: string
  space: string | undefined
  input: unknown
  by: Person | 'folder-owner'
  door: string
  /** The time zone that the caller names, and the server's. */
  zone: string | undefined
  serverZone: string
  now: string
}

/** Performs heavy reading acts in worker threads. */
export interface Apart {
  perform: Perform
  stop(): Promise<void>
}

const [MOST_MS, IDLE_MS] = [60_000, 20_000]
const MOST_WAITING = { each: 30, all: 300 }

/**
 * Opens workers for heavy reading acts, so that they block nobody else: people take turns, each with one act at a
 * time. An act longer than `mostMs` is aborted and refused; a worker idle for `idleMs` ends and frees its memory.
 */
export function openApart(
  entry: URL,
  store: Store,
  now: () => string,
  {
    most = 1,
    mostMs = MOST_MS,
    idleMs = IDLE_MS,
    zone = 'UTC',
  }: { most?: number; mostMs?: number; idleMs?: number; zone?: string } = {},
): Apart {
  const workers = openWorkers<Asked, Record<string, unknown>>({
    entry,
    workerData: store.place,
    most,
    mostMs,
    mostWaiting: MOST_WAITING,
    idleMs,
  })
  return {
    perform: async (call) => {
      const asked = await askedOf(store, call)
      return workers.ask(
        { ...asked, serverZone: zone, now: now() },
        asked.by === 'folder-owner' ? asked.by : asked.by.id,
      )
    },
    stop: workers.stop,
  }
}

/** The session is resolved in this thread. */
async function askedOf(
  store: Store,
  { act, space, input, by, door, zone }: Call,
): Promise<Omit<Asked, 'now' | 'serverZone'>> {
  const asked = { act: act.name, space, input, door, zone }
  if (by === 'folder-owner') return { ...asked, by }
  const { id, name } = 'whose' in by ? await store.read((tx) => by.whose(tx)) : by
  return { ...asked, by: { id, name } }
}
