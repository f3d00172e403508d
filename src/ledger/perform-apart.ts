import type { Call, Perform, Person } from '../ba/index.ts'
import type { Store } from '../store/index.ts'
import { openThread } from './thread.ts'

/** What the thread apart is asked to read. */
export interface Asked {
  act: string
  space: string | undefined
  input: unknown
  by: Person | 'folder-owner'
  door: string
  now: string
}

/** Acts that take long and only read, done one after the other in a thread of their own. */
export interface Apart {
  perform: Perform
  stop(): Promise<void>
}

const [MOST_MS, MOST_WAITING, IDLE_MS] = [60_000, 100, 20_000]

/**
 * Opens a thread for heavy acts: what it reads holds nobody else up. One that takes over `mostMs` is ended, and refused;
 * a thread that nothing was asked for `idleMs` is ended too, and holds no memory.
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

/** Who it is is looked up here, where sessions are known. */
async function askedOf(store: Store, { act, space, input, by, door }: Call): Promise<Omit<Asked, 'now'>> {
  const asked = { act: act.name, space, input, door }
  if (by === 'folder-owner') return { ...asked, by }
  const { id, name } = 'whose' in by ? await store.read((tx) => by.whose(tx)) : by
  return { ...asked, by: { id, name } }
}
