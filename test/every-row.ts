/** Reads all rows of a store, for tests that compare stores. */
import { sql } from 'kysely'
import type { Store } from '../src/store/index.ts'

/** A row with values in the form common to both engines. */
export type Row = Record<string, unknown>

/** The tables of a store, without those of the search index, which is derived data. */
export async function tablesOf({ kind, db }: Store): Promise<string[]> {
  const { rows } = await (kind === 'sqlite'
    ? sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`
    : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema() order by name`
  ).execute(db)
  return rows.map(({ name }) => name).filter((name) => !/^(search|sqlite)_/.test(name))
}

/** All rows by table, with times as ISO text and flags as numbers. */
export async function everyRow(store: Store): Promise<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {}
  for (const table of await tablesOf(store)) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(store.db)
    all[table] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])),
    )
  }
  return all
}

const plain = (value: unknown) =>
  value instanceof Date ? value.toISOString() : typeof value === 'boolean' ? Number(value) : value
