import { setTimeout as pause } from 'node:timers/promises'
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { openPool, WAITS, type Waits } from './postgres-pool.ts'
import type { Statement } from './statement.ts'
import type { Store, Tx } from './store.ts'
import type { Tables } from './tables/index.ts'
import { tooMuchAtOnce } from './unavailable.ts'

/**
 * Error codes after which a transaction runs again, and how often: serialisation failure, deadlock,
 * and a key just written by another transaction (run again, the work finds that row).
 */
const ATTEMPTS: Record<string, number> = { '40001': 50, '40P01': 50, '23505': 3 }

/** A conflict that has waited so long for its turn to run again is given up. */
const MOST_WAITING_MS = 20_000

/**
 * Opens a store on a PostgreSQL address; writing transactions are serialisable and run again on a
 * conflict.
 */
export async function openPostgres(url: string, waits: Waits = WAITS): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, waits) }) })
  const withRetries = retryQueue()
  return {
    kind: 'postgres',
    place: { kind: 'postgres', url },
    db,
    read: (work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((trx) => work(transactionOn(trx))),
    write: (work) =>
      withRetries(() =>
        db
          .transaction()
          .setIsolationLevel('serializable')
          .execute((trx) => work(transactionOn(trx))),
      ),
    close: () => db.destroy(),
  }
}

/**
 * Runs transactions; those with a conflict run again one at a time, so that many concurrent writers
 * cannot block each other forever.
 */
function retryQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return async <T>(transaction: () => Promise<T>): Promise<T> => {
    let conflict: unknown
    try {
      return await transaction()
    } catch (error) {
      if (attemptsFor(error) === 1) throw error
      conflict = error
    }
    const queued = performance.now()
    const again = last.then(() => {
      // Each of those before may have waited for a database that is gone.
      if (performance.now() - queued > MOST_WAITING_MS) throw tooMuchAtOnce(conflict)
      return untilCommitted(transaction)
    })
    last = again.catch(() => {})
    return again
  }
}

async function untilCommitted<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 2; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt >= attemptsFor(error)) throw isConflict(error) ? tooMuchAtOnce(error) : error
      await pause(Math.min(50, 2 ** attempt))
    }
  }
}

const codeOf = (error: unknown) => (error as { code?: string }).code ?? ''
const attemptsFor = (error: unknown) => ATTEMPTS[codeOf(error)] ?? 1
const isConflict = (error: unknown) => codeOf(error).startsWith('40')

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
