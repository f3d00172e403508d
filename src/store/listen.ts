import pg from 'pg'
import type { Place } from './store.ts'

/** The channel on which processes on one PostgreSQL let each other know that something was written in a space. */
export const WRITTEN = 'whorl_written'

const AGAIN_MS = 1000

/** Hears, on a connection of its own, of each space that another process has written in; one that breaks is made anew. */
export function listen(place: Place, heard: (space?: string) => void): () => Promise<void> {
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
    mine.on('notification', ({ payload }) => heard(payload))
    try {
      await mine.connect()
      await mine.query(`listen ${WRITTEN}`)
      // What was written while nothing was heard is looked for.
      heard()
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
