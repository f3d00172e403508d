import { migrate } from './migrate.ts'
import { openSqlite } from './sqlite.ts'
import type { Place, Store } from './store.ts'
import { unavailable } from './unavailable.ts'

/** Opens a store and migrates it to this version; refuses one written by a newer Whorl. */
export async function openStore(place: Place): Promise<Store> {
  const store = await open(place)
  try {
    await migrate(store)
    return store
  } catch (error) {
    await store.close()
    const no = unavailable(error)
    throw no ? new Error(`${no.problem} ${error instanceof Error ? error.message : error}`, { cause: error }) : error
  }
}

/** Opens an existing store read-only. */
export async function openToRead(place: Place): Promise<Store> {
  if (place.kind === 'postgres') return open(place)
  const { openSqliteToRead } = await import('./sqlite.ts')
  return openSqliteToRead(place.file)
}

/** The PostgreSQL driver is loaded only for a store on PostgreSQL. */
async function open(place: Place): Promise<Store> {
  if (place.kind === 'sqlite') return openSqlite(place.file)
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(place.url)
}
