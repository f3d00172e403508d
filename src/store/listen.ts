import { sql } from 'kysely'
import pg from 'pg'
import type { Place, Store } from './store.ts'

/** The channel on which processes on one PostgreSQL let each other know that something was written in a space. */
export const WRITTEN = 'whorl_written'

/** The channel on which they let each other know that somebody signed out, or that sessions ended otherwise. */
const SESSIONS = 'whorl_sessions'

/** What is heard: a space in which something was written, all of them where none is named; or that sessions changed. */
interface Heard {
  written: (space?: string) => void
  sessions: () => void
}

/** Lets other processes on the same PostgreSQL know that sessions changed. */
export async function tellSessions({ kind, db }: Store): Promise<void> {
  if (kind === 'postgres') await sql`select pg_notify(${SESSIONS}, '')`.execute(db)
}

const AGAIN_MS = 1000

/** Hears, on a connection of its own, what other processes say; one that breaks is made anew. */
export function listen(place: Place, heard: Heard): () => Promise<void> {
  if (place.kind !== 'postgres') return async () => {}
  const { url } = place
  let stopped = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined
  const begin = async () => {
    const mine = new pg.Client({ connectionString: url })
    client = mine
    const broke = () => {
      if (stopped || client !== mine) return
      client = undefined
      mine.end().catch(() => undefined)
      again = setTimeout(() => void begin(), AGAIN_MS).unref()
    }
    mine.on('error', broke).on('end', broke)
    mine.on('notification', ({ channel, payload }) =>
      channel === SESSIONS ? heard.sessions() : heard.written(payload),
    )
    try {
      await mine.connect()
      await mine.query(`listen ${WRITTEN}; listen ${SESSIONS}`)
      // What was written while nothing was heard is looked for.
      heard.written()
      heard.sessions()
    } catch {
      broke()
    }
  }
  void begin()
  return async () => {
    stopped = true
    clearTimeout(again)
    await client?.end().catch(() => undefined)
  }
}
