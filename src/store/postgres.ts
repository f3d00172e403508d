import { setTimeout as pause } from 'node:timers/promises'
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Statement } from './statement.ts'
import type { Store, Tx } from './store.ts'
import type { Tables } from './tables/index.ts'

const INT8 = 20
/**
 * What PostgreSQL says when two transactions could not both have happened, and how often to try again: serialisation
 * failure, deadlock, and a key that another transaction has just written (run again, the work finds its row).
 */
const ATTEMPTS: Record<string, number> = { '40001': 50, '40P01': 50, '23505': 3 }

/** Opens a pool on a PostgreSQL address; transactions that write are serialisable and run again on a conflict. */
export async function openPostgres(url: string): Promise<Store> {
  const types = {
    getTypeParser: (oid: number, format?: 'text') => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
  }
  const pool = new pg.Pool({ connectionString: url, max: 10, types: types as pg.CustomTypesConfig })
  // A connection that breaks while idle is replaced by the pool; the statement that needs it reports what is wrong.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const retried = retrying()
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
      retried(() =>
        db
          .transaction()
          .setIsolationLevel('serializable')
          .execute((trx) => work(transactionOn(trx))),
      ),
    close: () => db.destroy(),
  }
}

/**
 * Runs transactions, those that met a conflict again: of these one at a time, so that many writers at once do not keep
 * each other from ever coming through.
 */
function retrying() {
  let last: Promise<unknown> = Promise.resolve()
  return async <T>(transaction: () => Promise<T>): Promise<T> => {
    try {
      return await transaction()
    } catch (error) {
      if (attemptsFor(error) === 1) throw error
    }
    const again = last.then(() => untilThrough(transaction))
    last = again.catch(() => {})
    return again
  }
}

async function untilThrough<T>(transaction: () => Promise<T>): Promise<T> {
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
