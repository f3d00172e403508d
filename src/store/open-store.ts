import { migrate } from './migrate.ts'
import { openSqlite } from './sqlite.ts'
import type { Place, Store } from './store.ts'
import { unavailable } from './unavailable.ts'

/** Opens a store and migrates it to this version; refuses one written by a newer Whorl. */
export async function openStore(place: Place): Promise<Store> {
  try {
    if (place.kind === 'sqlite') return await migrated(await openSqlite(place.file))
    // A migration may take longer than any other work, and so has connections of its own.
    const [{ openPostgres }, { PATIENTLY }] = await Promise.all([import('./postgres.ts'), import('./postgres-pool.ts')])
    await (await migrated(await openPostgres(place.url, PATIENTLY))).close()
    return await openPostgres(place.url)
  } catch (error) {
    const no = unavailable(error)
    throw no ? new Error(no.inFull, { cause: error }) : error
  }
}

async function migrated(store: Store): Promise<Store> {
  try {
    await migrate(store)
    return store
  } catch (error) {
    await store.close()
    throw error
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
