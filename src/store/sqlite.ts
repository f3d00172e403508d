import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, SqliteDialect } from 'kysely'
import type { Statement } from './statement.ts'
import type { Store, Tx } from './store.ts'
import type { Tables } from './tables.ts'

type Prepared = { statement: StatementSync; reader: boolean }

/** Opens a SQLite file: one connection that writes, one that only reads, each with its statements kept prepared. */
export async function openSqlite(file: string): Promise<Store> {
  const writer = connect(file, false)
  const reader = connect(file, true)
  return {
    kind: 'sqlite',
    place: { kind: 'sqlite', file },
    db: writer.db,
    read: (work) => inTransaction(reader, 'begin', work),
    write: (work) => inTransaction(writer, 'begin immediate', work),
    close: async () => {
      await reader.db.destroy()
      await writer.db.destroy()
    },
  }
}

type Connection = ReturnType<typeof connect>

function connect(file: string, readOnly: boolean) {
  const database = new DatabaseSync(file, { readOnly, timeout: 0 })
  // A reader waits for nothing in WAL; a writer that finds the file taken waits in `begin`, without holding the thread.
  database.exec(readOnly ? 'pragma query_only = on' : 'pragma journal_mode = wal')
  database.exec('pragma synchronous = full; pragma secure_delete = on; pragma foreign_keys = on')
  const kept = new Map<string, Prepared>()
  const prepare = (sql: string): Prepared => {
    let prepared = kept.get(sql)
    if (!prepared) {
      const statement = database.prepare(sql)
      prepared = { statement, reader: statement.columns().length > 0 }
      if (kept.size > 500) kept.clear()
      kept.set(sql, prepared)
    }
    return prepared
  }
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: { prepare: (sql) => forKysely(prepare(sql)), close: () => database.close() },
    }),
  })
  return { db, prepare }
}

/** Gives a prepared statement the form of better-sqlite3's, which Kysely speaks. */
function forKysely({ statement, reader }: Prepared) {
  return {
    reader,
    all: (values: readonly unknown[]) => statement.all(...(values as SQLInputValue[])),
    run: (values: readonly unknown[]) => statement.run(...(values as SQLInputValue[])),
    iterate: (values: readonly unknown[]) => statement.iterate(...(values as SQLInputValue[])),
  }
}

/** Holds the connection (Kysely's own lock) for one transaction. */
function inTransaction<T>(connection: Connection, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return connection.db.connection().execute(async (db) => {
    await untilFree(() => connection.prepare(begin).statement.run())
    try {
      const result = await work(transactionOn(connection, db))
      connection.prepare('commit').statement.run()
      return result
    } catch (error) {
      connection.prepare('rollback').statement.run()
      throw error
    }
  })
}

/** Tries again for ten seconds while another process holds the file; the thread stays free meanwhile. */
async function untilFree(begin: () => void): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return begin()
    } catch (error) {
      if (attempt >= 500 || !isBusy(error)) throw error
      await pause(attempt < 50 ? 4 : 20)
    }
  }
}

const isBusy = (error: unknown) => ((error as { errcode?: number }).errcode ?? 0) % 256 === 5

function transactionOn(connection: Connection, db: Kysely<Tables>): Tx {
  const rows = <P, R>(statement: Statement<P, R>, parameters: P): R[] => {
    const { sql, values } = statement.compile(db, 'sqlite', parameters)
    return connection.prepare(sql).statement.all(...values) as R[]
  }
  return {
    db,
    all: async (statement, parameters) => rows(statement, parameters),
    first: async (statement, parameters) => rows(statement, parameters)[0],
    run: async (statement, parameters) => {
      const { sql, values } = statement.compile(db, 'sqlite', parameters)
      return Number(connection.prepare(sql).statement.run(...values).changes)
    },
  }
}
