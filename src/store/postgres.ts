import { setTimeout as pause } from 'node:timers/promises'
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Statement } from './statement.ts'
import type { Store, Tx } from './store.ts'
import type { Tables } from './tables/index.ts'
import { unavailable } from './unavailable.ts'

const INT8 = 20
/** A database that does not take a connection within this time is not there. */
const CONNECT_MS = 5000
/**
 * Error codes after which a transaction runs again, and how often: serialisation failure, deadlock,
 * and a key just written by another transaction (run again, the work finds that row).
 */
const ATTEMPTS: Record<string, number> = { '40001': 50, '40P01': 50, '23505': 3 }

/**
 * Opens a pool on a PostgreSQL address; writing transactions are serialisable and run again on a
 * conflict.
 */
export async function openPostgres(url: string): Promise<Store> {
  const types = {
    getTypeParser: (oid: number, format?: 'text') => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    types: types as pg.CustomTypesConfig,
  })
  // The pool replaces an idle connection that breaks; the next statement reports the cause if it
  // persists.
  pool.on('error', () => {})
  // So does a statement on one that breaks while it is in use: without a listener, its error would
  // end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const withRetries = retryQueue()
  return {
    kind: 'postgres',
    place: { kind: 'postgres', url },
    db,
    read: (work) =>
      orUnavailable(
        db
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute((trx) => work(transactionOn(trx))),
      ),
    write: (work) =>
      orUnavailable(
        withRetries(() =>
          db
            .transaction()
            .setIsolationLevel('serializable')
            .execute((trx) => work(transactionOn(trx))),
        ),
      ),
    close: () => db.destroy(),
  }
}

/** Says of an error whether it is the database that cannot do anything now. */
const orUnavailable = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error) => {
    throw unavailable(error) ?? error
  })

/**
 * Runs transactions; those with a conflict run again one at a time, so that many concurrent writers
 * cannot block each other forever.
 */
function retryQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return async <T>(transaction: () => Promise<T>): Promise<T> => {
    try {
      return await transaction()
    } catch (error) {
      if (attemptsFor(error) === 1) throw error
    }
    const again = last.then(() => untilCommitted(transaction))
    last = again.catch(() => {})
    return again
  }
}

async function untilCommitted<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 2; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt >= attemptsFor(error)) throw error
      await pause(Math.min(50, 2 ** attempt))
    }
  }
}

const attemptsFor = (error: unknown) => ATTEMPTS[(error as { code?: string }).code ?? ''] ?? 1

function transactionOn(db: Kysely<Tables>): Tx {
  const execute = <P, R>(statement: Statement<P, R>, parameters: P) => {
    const { sql, values } = statement.compile(db, 'postgres', parameters)
    return db.executeQuery<R>(CompiledQuery.raw(sql, values) as CompiledQuery<R>)
  }
  return {
    kind: 'postgres',
    db,
    all: async (statement, parameters) => (await execute(statement, parameters)).rows,
    first: async (statement, parameters) => (await execute(statement, parameters)).rows[0],
    run: async (statement, parameters) => Number((await execute(statement, parameters)).numAffectedRows ?? 0),
  }
}
