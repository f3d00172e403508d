import { migrate } from './migrate.ts'
import { openSqlite } from './sqlite.ts'
import type { Place, Store } from './store.ts'

/** Opens a store and brings its tables to this version; refuses one that a newer Whorl has written. */
export async function openStore(place: Place): Promise<Store> {
  const store = await open(place)
  try {
    await migrate(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Opens a store, whose tables are there already, for what only reads: nothing can be written by it. */
export async function openToRead(place: Place): Promise<Store> {
  if (place.kind === 'postgres') return open(place)
  const { openSqliteToRead } = await import('./sqlite.ts')
  return openSqliteToRead(place.file)
}

/** Only a store on PostgreSQL needs what speaks to it. */
async function open(place: Place): Promise<Store> {
  if (place.kind === 'sqlite') return openSqlite(place.file)
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(place.url)
}
