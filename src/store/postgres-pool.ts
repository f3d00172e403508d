import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { addressesIn } from './postgres-addresses.ts'
import { nameOf } from './prepared-names.ts'
import { type Unavailable, unavailable } from './unavailable.ts'

/**
 * How long PostgreSQL may take, in milliseconds (README has the same): to take a connection, for a
 * statement, to wait for a lock, and to stay in a transaction that sends nothing. It ends these
 * itself; when it does not answer at all, `answer` ends the connection.
 */
export const WAITS = { connect: 5000, statement: 20_000, lock: 10_000, idle: 60_000, answer: 25_000 }

/** For migrations: only a connection has to come in time. 0 is no bound. */
export const PATIENTLY: Waits = { ...WAITS, statement: 0, lock: 0, idle: 0, answer: 0 }

export type Waits = typeof WAITS

/** Set for each connection by a statement, since a pooler in between may refuse them at its start. */
const settingsOf = ({ statement, lock, idle }: Waits) => `
  set statement_timeout = ${statement}; set lock_timeout = ${lock};
  set idle_in_transaction_session_timeout = ${idle}`

const MOST_CONNECTIONS = 10
const INT8 = 20
const types = {
  getTypeParser: (oid: number, format?: 'text') => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
}

/**
 * Opens a pool of connections. Of several addresses it uses the first that takes writes, and goes
 * on to the next when that one is gone.
 */
export function openPool(url: string, waits: Waits): PostgresPool {
  const addresses = addressesIn(url)
  let current = 0
  class Client extends pg.Client {
    constructor(options: pg.ClientConfig) {
      super({ ...options, connectionString: addresses[current] })
    }
  }
  const pool = new pg.Pool({
    Client: Client as unknown as new () => pg.ClientBase,
    max: MOST_CONNECTIONS,
    keepAlive: true,
    connectionTimeoutMillis: waits.connect,
    query_timeout: waits.answer,
    types: types as pg.CustomTypesConfig,
    onConnect: (client) => greet(client, waits, addresses.length > 1),
  })
  // A connection that breaks while idle is replaced; without a listener, its error would end the
  // process. One in use tells the statement that it was used for.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const connect = async () => {
    for (let left = addresses.length; ; left--) {
      const tried = current
      try {
        return taken(await pool.connect())
      } catch (error) {
        const no = unavailable(error)
        if (no?.lack !== 'busy' && current === tried) current = (tried + 1) % addresses.length
        if (left === 1 || no?.lack === 'busy') throw no ?? error
      }
    }
  }
  return { connect, end: () => pool.end(), options: pool.options }
}

/** Sets the bounds of a new connection; refuses one that takes no writes where another might. */
async function greet(client: pg.ClientBase, waits: Waits, mustWrite: boolean) {
  const bounded = { query_timeout: waits.connect }
  await client.query({ text: settingsOf(waits), ...bounded } as pg.QueryConfig)
  if (!mustWrite) return
  const { rows } = await client.query({ text: 'show transaction_read_only', ...bounded } as pg.QueryConfig)
  if (rows[0].transaction_read_only === 'on') throw Object.assign(new Error('This host takes no writes.'), READ_ONLY)
}

const CHANGED_PLAN = '0A000'
const READ_ONLY = { code: '25006' }

/**
 * A connection in use. What it fails with for a reason outside of Whorl is `Unavailable`; a broken
 * one fails with the same from then on, so that a rollback does not hide why.
 */
function taken(client: pg.PoolClient): PostgresPoolClient {
  let broken: Unavailable | undefined
  let spoilt = false
  const query = async (sql: string, values: readonly unknown[] = []) => {
    if (broken) throw broken
    try {
      const name = values.length > 0 ? nameOf(sql) : undefined
      return await client.query({ text: sql, values: values as unknown[], ...(name && { name }) })
    } catch (error) {
      const no = unavailable(error)
      if (no?.lack === 'away') {
        broken = no
        // Nothing may wait behind a statement that is not answered.
        client.end().catch((error) => error)
      }
      // What took writes before a fail-over is replaced.
      if (no?.lack === 'read-only') spoilt = true
      // A table was changed since a statement was prepared.
      if ((error as { code?: string }).code === CHANGED_PLAN) spoilt = true
      throw no ?? error
    }
  }
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy || spoilt || broken !== undefined),
  }
}
