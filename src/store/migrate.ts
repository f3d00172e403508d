import { sql } from 'kysely'
import { appendOnly, theHouse } from './migrations/001-the-house.ts'
import { theFirstTenMinutes, wordsByEngine } from './migrations/002-the-first-ten-minutes.ts'
import { combination } from './migrations/003-combination.ts'
import { bounds } from './migrations/004-bounds.ts'
import { byIndex } from './migrations/004-by-index.ts'
import { evidenceAbout } from './migrations/004-evidence-about.ts'
import { lists } from './migrations/004-lists.ts'
import { namesOfActs } from './migrations/004-names-of-acts.ts'
import { nouns } from './migrations/004-nouns.ts'
import { theLedger } from './migrations/004-the-ledger.ts'
import { voices } from './migrations/004-voices.ts'
import { namesOfTopics } from './migrations/005-names-of-topics.ts'
import type { Store, Tx } from './store.ts'

/** One migration: the tables in SQL for both engines, and the statements for only one of them. */
type Migration = {
  number: number
  name: string
  tables: string
  besides?: Record<Store['kind'], string[]>
  /** Fills the new tables and columns from existing rows. */
  fill?: (tx: Tx) => Promise<void>
}

type Part = Omit<Migration, 'number' | 'name'>

/** Joins the parts of a migration that has one file per subject. */
function joinParts(number: number, name: string, parts: Part[]): Migration {
  const fill = async (tx: Tx) => {
    for (const part of parts) await part.fill?.(tx)
  }
  const besides = (kind: Store['kind']) => parts.flatMap((part) => part.besides?.[kind] ?? [])
  return {
    number,
    name,
    tables: parts.map(({ tables }) => tables).join('\n'),
    besides: { sqlite: besides('sqlite'), postgres: besides('postgres') },
    fill,
  }
}

/** All migrations, oldest first; a released number never changes its meaning. */
const migrations: Migration[] = [
  { number: 1, name: 'the house', tables: theHouse, besides: appendOnly },
  { number: 2, name: 'the first ten minutes', tables: theFirstTenMinutes, besides: wordsByEngine },
  { number: 3, name: 'combination', tables: combination },
  joinParts(4, 'the house redrawn', [nouns, evidenceAbout, voices, theLedger, byIndex, namesOfActs, lists, bounds]),
  { number: 5, name: 'names of topics', ...namesOfTopics },
]

/**
 * Every table with its key columns, referenced tables first. The search tables are left out, since
 * they are rebuilt from the others.
 */
export const tablesInOrder = migrations
  .flatMap(({ tables }) =>
    [...tables.matchAll(/create table (\w+) \(([^;]+);/g)].map(([, name = '', columns = '']) => ({
      name,
      key: /primary key \(([^)]+)\)/.exec(columns)?.[1] ?? 'id',
    })),
  )
  .filter(({ name }) => !name.startsWith('search_') && !isDropped(name))

function isDropped(table: string): boolean {
  return migrations.some(({ tables }) => tables.includes(`drop table ${table};`))
}

/** The schema version that this program reads and writes. */
const TABLES_VERSION = migrations.length

/** Migrates a store to this version, one transaction per migration; refuses a newer version. */
export const migrate = (store: Store): Promise<void> =>
  store.kind === 'postgres' ? withLock(store, migrateTo) : migrateTo(store)

/**
 * Several processes may start on one PostgreSQL at once: an advisory lock lets one migrate while
 * the others wait.
 */
function withLock(store: Store, work: (store: Store) => Promise<void>): Promise<void> {
  return store.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtext('whorl migrations'))`.execute(connection)
    try {
      await work(store)
    } finally {
      await sql`select pg_advisory_unlock(hashtext('whorl migrations'))`.execute(connection)
    }
  })
}

async function migrateTo(store: Store): Promise<void> {
  const found = await versionOf(store)
  if (found > TABLES_VERSION) {
    throw new Error(
      `These tables are of version ${found}, and this Whorl knows versions up to ${TABLES_VERSION}: ` +
        'a newer Whorl has written here. Start that one, or restore a backup made before it.',
    )
  }
  for (const migration of migrations.slice(found)) {
    await store.write(async (tx) => {
      const { db } = tx
      if ((await versionIn(db)) >= migration.number) return
      const { tables, besides, fill } = migration
      const statements = [...inDialect(store.kind, tables), ...(besides?.[store.kind] ?? [])]
      for (const statement of statements) await sql.raw(statement).execute(db)
      await fill?.(tx)
      await sql`insert into migration (number, name) values (${migration.number}, ${migration.name})`.execute(db)
    })
  }
}

async function versionOf(store: Store): Promise<number> {
  return store.write(async ({ db }) => {
    await sql.raw('create table if not exists migration (number integer primary key, name text not null)').execute(db)
    return versionIn(db)
  })
}

async function versionIn(db: Store['db']): Promise<number> {
  const { rows } = await sql<{ number: number | null }>`select max(number) as number from migration`.execute(db)
  return rows[0]?.number ?? 0
}

/**
 * Translates table definitions into an engine's dialect. SQLite has no boolean or timestamp type,
 * so those columns (sign-in's only) become integer and date; PostgreSQL gets text compared by bytes
 * and 64-bit integers, and has no tables without rowid.
 */
function inDialect(engine: Store['kind'], tables: string): string[] {
  const replacements: Record<Store['kind'], [RegExp, string][]> = {
    sqlite: [
      [/\bboolean\b/g, 'integer'],
      [/\btimestamp\b/g, 'date'],
    ],
    postgres: [
      [/\btext(?= (not null|primary key|references)|,|\n|\))/g, 'text collate "C"'],
      [/\binteger\b/g, 'bigint'],
      [/\btimestamp\b/g, 'timestamptz'],
      [/ without rowid\b/g, ''],
    ],
  }
  const translated = replacements[engine].reduce(
    (text, [word, own]) => text.replace(word, own),
    tables.replace(/^--.*$/gm, ''),
  )
  return translated
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean)
}
