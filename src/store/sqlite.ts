import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, type KyselyPlugin, SqliteDialect } from 'kysely'
import type { Statement } from './statement.ts'
import type { Store, Tx } from './store.ts'
import type { Tables } from './tables/index.ts'
import { isTurnOver, letOthersTurn } from './turn-taking.ts'
import { unavailable } from './unavailable.ts'

type Prepared = { statement: StatementSync; columns: string[] }
type Values = readonly unknown[]

/**
 * Opens a SQLite file with a writing and a read-only connection, each with a cache of prepared
 * statements.
 */
export async function openSqlite(file: string): Promise<Store> {
  const writer = connect(file, false)
  const reader = connect(file, true)
  const exclusively = mutex()
  return {
    kind: 'sqlite',
    place: { kind: 'sqlite', file },
    db: writer.db,
    read: (work) => exclusively(() => inTransaction(reader, reader.db, 'begin', work)),
    // Kysely's own connection mutex serialises writes, including those of the sign-in library.
    write: (work) => writer.db.connection().execute((db) => inTransaction(writer, db, 'begin immediate', work)),
    close: async () => {
      await reader.close()
      // The last connection to close checkpoints the log, so that the file is complete by itself.
      await writer.close()
    },
  }
}

/** Opens an existing SQLite file with one read-only connection. */
export function openSqliteToRead(file: string): Store {
  const reader = connect(file, true)
  const exclusively = mutex()
  return {
    kind: 'sqlite',
    place: { kind: 'sqlite', file },
    db: reader.db,
    read: (work) => exclusively(() => inTransaction(reader, reader.db, 'begin', work)),
    write: () => Promise.reject(new Error('This store was opened to be read.')),
    close: reader.close,
  }
}

type Connection = ReturnType<typeof connect>

function connect(file: string, readOnly: boolean) {
  const database = new DatabaseSync(file, { readOnly, timeout: 0 })
  // In WAL mode readers never wait; a writer that finds the file locked waits in `untilFree`, off
  // the thread.
  database.exec(readOnly ? 'pragma query_only = on' : 'pragma journal_mode = wal')
  database.exec('pragma synchronous = full; pragma secure_delete = on; pragma foreign_keys = on')
  const statements = new Map<string, Prepared>()
  const prepare = (sql: string): Prepared => {
    let prepared = statements.get(sql)
    if (!prepared) {
      const statement = database.prepare(sql)
      statement.setReturnArrays(true)
      prepared = { statement, columns: statement.columns().map(({ name }) => name) }
      if (statements.size > 500) statements.clear()
      statements.set(sql, prepared)
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
  return { db, prepare, isInTransaction: () => database.isTransaction, close }
}

/**
 * Builds a row from its values: the objects of `node:sqlite` have no hidden class and take half as
 * long again to get and read.
 */
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

/** Adapts a prepared statement to the interface of better-sqlite3, which Kysely uses. */
function forKysely(prepared: Prepared) {
  return {
    reader: prepared.columns.length > 0,
    all: (values: Values) => orUnavailable(() => allRows(prepared, values)),
    run: (values: Values) => orUnavailable(() => prepared.statement.run(...(values as SQLInputValue[]))),
    iterate: (values: Values) => allRows(prepared, values).values(),
  }
}

/** Runs a statement of the sign-in library, or says why the file takes none. */
function orUnavailable<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw unavailable(error) ?? error
  }
}

/**
 * A mutex: runs one piece of work at a time, in order of arrival, and at once if none is running.
 */
function mutex() {
  let last: Promise<unknown> | undefined
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const current = last ? last.then(work, work) : work()
    last = current
    try {
      return await current
    } finally {
      if (last === current) last = undefined
    }
  }
}

/** Runs work in one transaction on a connection that nothing else uses meanwhile. */
async function inTransaction<T>(
  connection: Connection,
  db: Kysely<Tables>,
  begin: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    await untilFree(() => connection.prepare(begin).statement.run())
    const result = await work(transactionOn(connection, db))
    connection.prepare('commit').statement.run()
    return result
  } catch (error) {
    // On a full disk SQLite has rolled back already.
    if (connection.isInTransaction()) connection.prepare('rollback').statement.run()
    throw unavailable(error) ?? error
  }
}

/** Retries for ten seconds while another process holds the file, without blocking the thread. */
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

/** Lets others have a turn also between the statements of Kysely. */
const takingTurns: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    if (isTurnOver()) await letOthersTurn()
    return result
  },
}

/** No other work runs on the connection between two statements, though the event loop goes round. */
function transactionOn(connection: Connection, plain: Kysely<Tables>): Tx {
  const db = plain.withPlugin(takingTurns)
  return {
    kind: 'sqlite',
    db,
    all: async <P, R>(statement: Statement<P, R>, parameters: P) => {
      if (isTurnOver()) await letOthersTurn()
      const { sql, values } = statement.compile(plain, 'sqlite', parameters)
      return allRows(connection.prepare(sql), values) as R[]
    },
    first: async <P, R>(statement: Statement<P, R>, parameters: P) => {
      if (isTurnOver()) await letOthersTurn()
      const { sql, values } = statement.compile(plain, 'sqlite', parameters)
      return firstRow(connection.prepare(sql), values) as R | undefined
    },
    run: async (statement, parameters) => {
      if (isTurnOver()) await letOthersTurn()
      const { sql, values } = statement.compile(plain, 'sqlite', parameters)
      return Number(connection.prepare(sql).statement.run(...values).changes)
    },
  }
}
