import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { addressesIn } from './postgres-addresses.ts'
import { WAITS } from './postgres-pool.ts'
import type { Place, Store } from './store.ts'

/** The channel on which processes on one PostgreSQL announce the spaces that they wrote in. */
export const WRITTEN = 'whorl_written'

/** The channel on which they announce that sessions ended, by sign-out or otherwise. */
const SESSIONS = 'whorl_sessions'

/**
 * Callbacks: something was written in a space, or in any space if none is named; or sessions
 * changed.
 */
interface Listeners {
  written: (space?: string) => void
  sessions: () => void
}

/** Announces to other processes on the same PostgreSQL that sessions changed. */
export async function tellSessions({ kind, db }: Store): Promise<void> {
  if (kind === 'postgres') await sql`select pg_notify(${SESSIONS}, '')`.execute(db)
}

/** A broken connection is made anew after so long; one that says nothing is tried as often. */
const [RECONNECT_MS, TRIED_MS] = [1000, 10_000]
const END_MS = 1000

/**
 * Listens for the announcements of other processes on a connection of its own, and reconnects when
 * it breaks or no longer answers; each time to the next address, where there are several.
 */
export function listen(place: Place, listeners: Listeners): () => Promise<void> {
  if (place.kind !== 'postgres') return async () => {}
  const addresses = addressesIn(place.url)
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let attempts = 0
  const begin = async () => {
    const connection = new pg.Client({
      connectionString: addresses[attempts++ % addresses.length],
      keepAlive: true,
      connectionTimeoutMillis: WAITS.connect,
      query_timeout: WAITS.connect,
    })
    client = connection
    const reconnectLater = () => {
      if (stopped || client !== connection) return
      client = undefined
      clearTimeout(timer)
      void endOf(connection)
      timer = setTimeout(() => void begin(), RECONNECT_MS).unref()
    }
    const tryLater = () => {
      if (stopped || client !== connection) return
      timer = setTimeout(() => connection.query('select 1').then(tryLater, reconnectLater), TRIED_MS).unref()
    }
    connection.on('error', reconnectLater).on('end', reconnectLater)
    connection.on('notification', ({ channel, payload }) =>
      channel === SESSIONS ? listeners.sessions() : listeners.written(payload),
    )
    try {
      await connection.connect()
      // A host that takes no writes does not take this either.
      await connection.query(`listen ${WRITTEN}; listen ${SESSIONS}`)
      // Announcements made before this connection may have been missed.
      listeners.sessions()
      listeners.written()
      tryLater()
    } catch {
      reconnectLater()
    }
  }
  void begin()
  return async () => {
    stopped = true
    clearTimeout(timer)
    if (client) await endOf(client)
  }
}

/** Ends a connection; a database that does not answer is not waited for. */
const endOf = (connection: pg.Client) =>
  Promise.race([connection.end().catch(() => undefined), pause(END_MS, undefined, { ref: false })])
