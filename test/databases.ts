/**
 * A pool of databases for tests, per worker. Copying the template takes up to half a second on a
 * slow disk, emptying a database a few milliseconds; so databases with unchanged tables are
 * emptied and used again.
 */
import pg from 'pg'
import { afterwards } from './afterwards.ts'
import type { Ground } from './ground.ts'
import { onServer } from './postgres.ts'

type Postgres = Extract<Ground, { kind: 'postgres' }>
type Database = { name: string; client: pg.Client; shape: string }

const pool: Database[] = []
let count = 0

/** The URL of an empty, migrated database, reserved for the test until its end. */
export async function databaseFrom(ground: Postgres): Promise<string> {
  const database = pool.pop() ?? (await makeDatabase(ground))
  afterwards(() => returnToPool(ground, database))
  return onServer(ground.url, database.name)
}

async function makeDatabase(ground: Postgres): Promise<Database> {
  const name = `${ground.prefix}${process.pid}_${++count}`
  await withConnection(ground.url, (admin) => admin.query(`create database ${name} template ${ground.template}`))
  const client = await connect(onServer(ground.url, name))
  await client.query(saveInitialRows)
  return { name, client, shape: await shapeOf(client) }
}

async function returnToPool(ground: Postgres, database: Database): Promise<void> {
  try {
    await database.client.query(endOtherSessions)
    if ((await shapeOf(database.client)) !== database.shape) throw new Error('The test has changed its tables.')
    await database.client.query(emptyTables)
    pool.push(database)
  } catch {
    await database.client.end()
    await withConnection(ground.url, (admin) => admin.query(`drop database if exists ${database.name} with (force)`))
  }
}

/**
 * A fingerprint of the schema; it includes the size in steps of 30 MB, since a new database is
 * quicker than one that has grown much.
 */
async function shapeOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(`
    select count(*) as things, max(oid) as newest, pg_database_size(current_database()) / 30000000 as bulk from pg_class`)
  return JSON.stringify(rows)
}

const endOtherSessions = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`

/** Saves the rows that migrations wrote, to be restored after each emptying. */
const saveInitialRows = `
  do $$ declare name text; filled boolean; begin
    create schema first;
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute format('select exists (select from public.%I)', name) into filled;
      if filled then execute format('create table first.%I as table public.%1$I', name); end if;
    end loop;
  end $$`

/** Empties all tables, without triggers and foreign keys: the ledger forbids deletion by trigger. */
const emptyTables = `
  set session_replication_role = replica;
  do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute format('delete from public.%I', name);
    end loop;
    for name in select tablename from pg_tables where schemaname = 'first' loop
      execute format('insert into public.%I table first.%1$I', name);
    end loop;
  end $$`

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function withConnection(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = await connect(url)
  await work(client).finally(() => client.end())
}
