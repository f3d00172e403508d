/** Global set-up: makes the migrated PostgreSQL database that tests' databases are copied from. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openStore } from '../src/store/index.ts'
import type { Ground } from './ground.ts'
import { onServer, startPostgres } from './postgres.ts'

type Server = Exclude<Awaited<ReturnType<typeof startPostgres>>, { why: string }>

/** Called by Vitest before the first test on PostgreSQL. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = await startPostgres()
  if ('why' in server) {
    project.provide('ground', { kind: 'none', why: server.why })
    return
  }
  const prefix = `whorl_test_${randomBytes(4).toString('hex')}_`
  try {
    project.provide('ground', await makeTemplate(server, prefix))
    return () => clear(server, prefix)
  } catch (error) {
    await clear(server, prefix)
    throw error
  }
}

async function makeTemplate({ url }: Server, prefix: string): Promise<Ground> {
  const template = `${prefix}template`
  await asAdmin(url, (admin) => admin.query(`create database ${template} template template0 encoding 'UTF8'`))
  const store = await openStore({ kind: 'postgres', url: onServer(url, template) })
  await store.close()
  return { kind: 'postgres', url, template, prefix }
}

/** Stops our own server; on a given one, drops the databases of this run. */
async function clear(server: Server, prefix: string): Promise<void> {
  if (server.ours) return server.stop()
  await asAdmin(server.url, async (admin) => {
    const { rows } = await admin.query('select datname from pg_database where starts_with(datname, $1)', [prefix])
    for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`)
  })
}

async function asAdmin(connectionString: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
