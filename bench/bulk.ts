/** Rows written straight into a store's tables, thousands at once: what a bench stands on, not what it measures. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import pg from 'pg'
import type { Place } from '../src/store/index.ts'

type Value = string | number | null
/** A row by its columns. */
export type Row = Record<string, Value>

/** Writes rows into tables; the order of the tables is that in which they refer to each other. */
export interface Bulk {
  write(tables: Map<string, Row[]>): Promise<void>
  close(): Promise<void>
}

/** Opens a way into a store's tables; where these are empty, indexes are made at the end, which is much faster. */
export const openBulk = (place: Place, { empty = false } = {}): Promise<Bulk> =>
  place.kind === 'sqlite' ? Promise.resolve(intoSqlite(place.file, empty)) : intoPostgres(place.url, empty)

type Index = { name: string; made: string }
const dropping = (indexes: readonly Index[]) => indexes.map(({ name }) => `drop index ${name};`).join('\n')
const making = (indexes: readonly Index[]) => indexes.map(({ made }) => `${made};`).join('\n')

const SQLITE_INDEXES = "select name, sql as made from sqlite_schema where type = 'index' and sql is not null"
const POSTGRES_INDEXES = `select indexname as name, indexdef as made from pg_indexes where schemaname = 'public'
  and indexname not in (select conname from pg_constraint)`

function intoSqlite(file: string, empty: boolean): Bulk {
  const database = new DatabaseSync(file)
  database.exec('pragma synchronous = off; pragma foreign_keys = off; pragma cache_size = -400000')
  const indexes = empty ? (database.prepare(SQLITE_INDEXES).all() as unknown as Index[]) : []
  database.exec(dropping(indexes))
  return {
    write: async (tables) => {
      database.exec('begin')
      for (const [table, rows] of tables) {
        const columns = Object.keys(rows[0] ?? {})
        if (columns.length === 0) continue
        const marks = columns.map(() => '?').join(', ')
        const insert = database.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`)
        for (const row of rows) insert.run(...(Object.values(row) as SQLInputValue[]))
      }
      database.exec('commit')
    },
    close: async () => {
      database.exec(making(indexes))
      database.close()
    },
  }
}

const AT_ONCE = 5000

async function intoPostgres(url: string, empty: boolean): Promise<Bulk> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('set synchronous_commit = off; set session_replication_role = replica')
  const indexes = empty ? (await client.query<Index>(POSTGRES_INDEXES)).rows : []
  await client.query(dropping(indexes))
  const some = async (table: string, rows: readonly Row[]) => {
    const columns = Object.keys(rows[0] ?? {})
    const lists = columns.map((column) => rows.map((row) => row[column] ?? null))
    const types = lists.map((list) => (typeof list.find((value) => value !== null) === 'number' ? 'bigint' : 'text'))
    const given = types.map((type, n) => `$${n + 1}::${type}[]`).join(', ')
    await client.query(`insert into ${table} (${columns.join(', ')}) select * from unnest(${given})`, lists)
  }
  return {
    write: async (tables) => {
      await client.query('begin')
      for (const [table, rows] of tables)
        for (let from = 0; from < rows.length; from += AT_ONCE) await some(table, rows.slice(from, from + AT_ONCE))
      await client.query('commit')
    },
    close: async () => {
      await client.query(making(indexes))
      await client.query('analyze')
      await client.end()
    },
  }
}
