import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Place, Store } from './store.ts'

/** Opens a store and brings its tables to this version; refuses one that a newer Whorl has written. */
export async function openStore(place: Place): Promise<Store> {
  const store = place.kind === 'sqlite' ? await openSqlite(place.file) : await openPostgres(place.url)
  try {
    await migrate(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
