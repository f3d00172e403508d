import { sql } from 'kysely'
import pg from 'pg'
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

const RECONNECT_MS = 1000

/**
 * Listens for the announcements of other processes on a connection of its own, and reconnects when
 * it breaks.
 */
export function listen(place: Place, listeners: Listeners): () => Promise<void> {
  if (place.kind !== 'postgres') return async () => {}
  const { url } = place
  let stopped = false
  let client: pg.Client | undefined
  let reconnect: NodeJS.Timeout | undefined
  const begin = async () => {
    const connection = new pg.Client({ connectionString: url })
    client = connection
    const reconnectLater = () => {
      if (stopped || client !== connection) return
      client = undefined
      connection.end().catch(() => undefined)
      reconnect = setTimeout(() => void begin(), RECONNECT_MS).unref()
    }
    connection.on('error', reconnectLater).on('end', reconnectLater)
    connection.on('notification', ({ channel, payload }) =>
      channel === SESSIONS ? listeners.sessions() : listeners.written(payload),
    )
    try {
      await connection.connect()
      await connection.query(`listen ${WRITTEN}; listen ${SESSIONS}`)
      // Announcements made before this connection may have been missed.
      listeners.written()
      listeners.sessions()
    } catch {
      reconnectLater()
    }
  }
  void begin()
  return async () => {
    stopped = true
    clearTimeout(reconnect)
    await client?.end().catch(() => undefined)
  }
}
