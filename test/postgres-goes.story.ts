/** A real PostgreSQL restarts, hangs, fails over and fills up, and servers go on. */
import pg from 'pg'
import { expect, test } from 'vitest'
import { listen, openStore, type Store, type Tx } from '../src/store/index.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { WAITS } from '../src/store/postgres-pool.ts'
import { afterwards } from './afterwards.ts'
import { type OwnServer, startOwnPostgres } from './postgres.ts'
import { ask, environmentOf, found, startServer } from './spawned.ts'
import { freshFolder } from './stores.ts'

/** Each test starts a PostgreSQL of its own, since it stops it. */
async function ownServer(): Promise<OwnServer> {
  const server = await startOwnPostgres()
  if ('why' in server) throw new Error(server.why)
  afterwards(server.stop)
  return server
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const spaces = ({ db }: Pick<Tx, 'db'>) => db.selectFrom('space').select('id').execute()
const noting = (id: string) => (tx: Pick<Tx, 'db'>) =>
  tx.db.insertInto('space').values({ id, slug: id, name: id, seq: 0, example_of: null, made_at: '' }).execute()

async function tables(url: string): Promise<Store> {
  const store = await openStore({ kind: 'postgres', url })
  afterwards(() => store.close())
  return store
}

async function asAdmin(url: string, ...statements: string[]): Promise<pg.Client> {
  const admin = new pg.Client({ connectionString: url })
  admin.on('error', () => {})
  await admin.connect()
  afterwards(() => admin.end())
  for (const statement of statements) await admin.query(statement)
  return admin
}

test('A server whose PostgreSQL restarts under load goes on, and has lost nothing that it acknowledged', async () => {
  const postgres = await ownServer()
  const folder = freshFolder()
  const env = environmentOf(folder, postgres.url)
  const server = await startServer({ at: { kind: 'postgres', folder, url: postgres.url }, folder, env })
  await found(server)
  const { topic } = await ask(server, 'start-topic', { title: 'Cache purge', area: 'open' })
  const kept: string[] = []
  const refused: string[] = []
  let over = false
  const asking = [1, 2, 3].map(async (who) => {
    for (let n = 0; !over; n++) {
      const input = { topic: topic.id, words: `Question ${n} of ${who}?`, key: `${who} ${n}` }
      // What was refused is sent again with its key, until it is done.
      for (let done = false; !done; )
        done = await ask(server, 'ask', input).then(
          () => kept.push(input.words) > 0,
          (error: Error) => refused.push(error.message) < 0,
        )
    }
  })
  for (const how of ['politely', 'at once', 'politely'] as const) {
    await pause(300)
    const before = kept.length
    postgres.restart(how)
    await expect.poll(() => kept.length, { timeout: 30_000 }).toBeGreaterThan(before + 10)
  }
  over = true
  await Promise.all(asking)
  expect(refused.length).toBeGreaterThan(0)
  for (const words of refused) expect(words).toMatch(/"refusal":"unavailable"/)
  const there: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await ask(server, 'list-questions', { topic: topic.id, most: 200, ...(after && { after }) })
    there.push(...page.questions.map(({ words }: { words: string }) => words))
    if (page.next === null) break
    after = page.next
  }
  expect(there.sort()).toEqual(kept.sort())
  const search = () => ask(server, 'search', { words: kept.at(-1) }).then(({ hits }) => hits.length)
  await expect.poll(search, { timeout: 30_000 }).toBeGreaterThan(0)
  expect((await ask(server, 'list-parked', {})).parked).toEqual([])
  expect(await server.end('SIGTERM')).toBe(0)
})

test('What other processes wrote while the connection was gone is looked for when it is back', async () => {
  const postgres = await ownServer()
  let told = 0
  const stop = listen({ kind: 'postgres', url: postgres.url }, { written: () => told++, sessions: () => {} })
  afterwards(stop)
  await expect.poll(() => told).toBe(1)
  postgres.restart('at once')
  await expect.poll(() => told, { timeout: 30_000 }).toBe(2)
  const admin = await asAdmin(postgres.url)
  await admin.query(`notify whorl_written, 'a space'`)
  await expect.poll(() => told).toBe(3)
})

test('A database that hangs is given up by who waits and by who comes, and goes on when it does', async () => {
  const postgres = await ownServer()
  await (await tables(postgres.url)).close()
  const store = await openPostgres(postgres.url, { ...WAITS, connect: 500, answer: 500 })
  afterwards(() => store.close())
  await store.read(spaces)
  const thaw = await postgres.freeze()
  const away = { lack: 'away', problem: 'The database is not there just now.' }
  // The first waits on the connection that there is, the second for a new one.
  await expect(store.write(spaces)).rejects.toMatchObject(away)
  await expect(store.read(spaces)).rejects.toMatchObject(away)
  await expect(store.db.selectFrom('space').selectAll().execute()).rejects.toMatchObject(away)
  thaw()
  expect(await store.read(spaces)).toEqual([])
  const crowd = await postgres.freeze()
  const many = await Promise.allSettled(Array.from({ length: 30 }, () => store.read(spaces)))
  for (const answer of many) expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'Error' } })
  crowd()
  expect(await store.write(spaces)).toEqual([])
})

test('A statement that takes too long, and one that waits for a lock, are stopped and said to be', async () => {
  const postgres = await ownServer()
  await (await tables(postgres.url)).close()
  const store = await openPostgres(postgres.url, { ...WAITS, statement: 300, lock: 100 })
  afterwards(() => store.close())
  const sleep = store.read(({ db }) => db.selectNoFrom((eb) => eb.fn('pg_sleep', [eb.lit(30)]).as('slept')).execute())
  await expect(sleep).rejects.toMatchObject({ lack: 'slow', problem: 'The database took too long, and was stopped.' })
  await asAdmin(postgres.url, 'begin', 'lock table space in access exclusive mode')
  await expect(store.write(spaces)).rejects.toMatchObject({ lack: 'busy', problem: /too much to do/ })
})

test('Of several hosts the one that takes writes is used, and the next when it no longer does', async () => {
  const [one, two] = await Promise.all([ownServer(), ownServer()])
  for (const { url } of [one, two]) await (await tables(url)).close()
  const hosts = [one, two].map(({ url }) => new URL(url).host)
  const store = await tables(`postgres://postgres@127.0.0.1:1,${hosts.join()}/postgres?target_session_attrs=read-write`)
  const note = (id: string) =>
    store.write(noting(id)).then(
      () => 'done',
      ({ lack }) => lack,
    )
  const notedOn = async ({ url }: OwnServer) =>
    (await (await asAdmin(url)).query('select id from space order by id')).rows.map(({ id }) => id)
  await note('first')
  await asAdmin(one.url, 'alter system set default_transaction_read_only = on', 'select pg_reload_conf()')
  await expect.poll(() => note('refused'), { timeout: 30_000 }).toBe('read-only')
  await expect.poll(() => note('second'), { timeout: 30_000 }).toBe('done')
  expect(await notedOn(one)).not.toContain('second')
  expect(await notedOn(two)).toContain('second')
  await asAdmin(one.url, 'alter system reset default_transaction_read_only', 'select pg_reload_conf()')
  await two.stop()
  await expect.poll(() => note('third'), { timeout: 30_000 }).toBe('done')
  expect(await notedOn(one)).toContain('third')
})

test('Too many connections, a full disk and a database that can only be read are each said to be so', async () => {
  const postgres = await ownServer()
  const store = await tables(postgres.url)
  await asAdmin(postgres.url, 'create role visitor login connection limit 1')
  const url = postgres.url.replace('postgres@', 'visitor@')
  const admin = await asAdmin(url)
  await expect(openStore({ kind: 'postgres', url })).rejects.toThrow(/too many connections just now/)
  await admin.end()
  const raising = (code: string) =>
    asAdmin(
      postgres.url,
      `create or replace function full_disk() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file' using errcode = '${code}'; end $$`,
      'create or replace trigger full_disk before insert on space execute function full_disk()',
    )
  const note = () => store.write(noting('a'))
  await raising('53100')
  await expect(note()).rejects.toMatchObject({ lack: 'full', problem: 'The database has no room left.' })
  await asAdmin(
    postgres.url,
    'drop trigger full_disk on space',
    'alter database postgres set default_transaction_read_only = on',
  )
  await asAdmin(
    postgres.url,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres' and pid <> pg_backend_pid()`,
  )
  await expect
    .poll(() => note().then(String, ({ problem }) => problem), { timeout: 30_000 })
    .toMatch(/can only be read/)
  expect(await store.read(spaces)).toEqual([])
})
