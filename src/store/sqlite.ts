import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, SqliteDialect } from 'kysely'
import type { Statement } from './statement.ts'
import type { Store, Tx } from './store.ts'
import type { Tables } from './tables/index.ts'

type Prepared = { statement: StatementSync; columns: string[] }
type Values = readonly unknown[]

/** Opens a SQLite file: one connection that writes, one that only reads, each with its statements kept prepared. */
export async function openSqlite(file: string): Promise<Store> {
  const writer = connect(file, false)
  const reader = connect(file, true)
  const readersTurn = turns()
  return {
    kind: 'sqlite',
    place: { kind: 'sqlite', file },
    db: writer.db,
    read: (work) => readersTurn(() => inTransaction(reader, reader.db, 'begin', work)),
    // The writer's turns are Kysely's own, which also holds back sign-in's library.
    write: (work) => writer.db.connection().execute((db) => inTransaction(writer, db, 'begin immediate', work)),
    close: async () => {
      await reader.close()
      // The last to close folds the log into the file, so that the file alone is whole.
      await writer.close()
    },
  }
}

/** Opens a SQLite file, whose tables are there already, with one connection that only reads. */
export function openSqliteToRead(file: string): Store {
  const reader = connect(file, true)
  const readersTurn = turns()
  return {
    kind: 'sqlite',
    place: { kind: 'sqlite', file },
    db: reader.db,
    read: (work) => readersTurn(() => inTransaction(reader, reader.db, 'begin', work)),
    write: () => Promise.reject(new Error('This store was opened to be read.')),
    close: reader.close,
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
      statement.setReturnArrays(true)
      prepared = { statement, columns: statement.columns().map(({ name }) => name) }
      if (kept.size > 500) kept.clear()
      kept.set(sql, prepared)
    }
    return prepared
  }
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: { prepare: (sql) => forKysely(prepare(sql)), close: () => {} },
    }),
  })
  const close = async () => {
    await db.destroy()
    if (database.isOpen) database.close()
  }
  return { db, prepare, close }
}

/** Makes a row of its values: `node:sqlite` gives objects without a hidden class, which take half as long again to get and read. */
function rowOf(columns: string[], values: Values): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let n = 0; n < columns.length; n++) row[columns[n] as string] = values[n]
  return row
}

const allRows = ({ statement, columns }: Prepared, values: Values) =>
  (statement.all(...(values as SQLInputValue[])) as unknown as Values[]).map((row) => rowOf(columns, row))

function firstRow({ statement, columns }: Prepared, values: Values) {
  const row = statement.get(...(values as SQLInputValue[])) as unknown as Values | undefined
  return row && rowOf(columns, row)
}

/** Gives a prepared statement the form of better-sqlite3's, which Kysely speaks. */
function forKysely(prepared: Prepared) {
  return {
    reader: prepared.columns.length > 0,
    all: (values: Values) => allRows(prepared, values),
    run: (values: Values) => prepared.statement.run(...(values as SQLInputValue[])),
    iterate: (values: Values) => allRows(prepared, values).values(),
  }
}

/** Lets one work run at a time, in the order in which they come; one that finds nobody there begins at once. */
function turns() {
  let last: Promise<unknown> | undefined
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last ? last.then(work, work) : work()
    last = mine
    try {
      return await mine
    } finally {
      if (last === mine) last = undefined
    }
  }
}

/** Runs work in one transaction on a connection that nobody else uses meanwhile. */
async function inTransaction<T>(
  connection: Connection,
  db: Kysely<Tables>,
  begin: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  await untilFree(() => connection.prepare(begin).statement.run())
  try {
    const result = await work(transactionOn(connection, db))
    connection.prepare('commit').statement.run()
    return result
  } catch (error) {
    connection.prepare('rollback').statement.run()
    throw error
  }
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
  return {
    kind: 'sqlite',
    db,
    all: async <P, R>(statement: Statement<P, R>, parameters: P) => {
      const { sql, values } = statement.compile(db, 'sqlite', parameters)
      return allRows(connection.prepare(sql), values) as R[]
    },
    first: async <P, R>(statement: Statement<P, R>, parameters: P) => {
      const { sql, values } = statement.compile(db, 'sqlite', parameters)
      return firstRow(connection.prepare(sql), values) as R | undefined
    },
    run: async (statement, parameters) => {
      const { sql, values } = statement.compile(db, 'sqlite', parameters)
      return Number(connection.prepare(sql).statement.run(...values).changes)
    },
  }
}
