/** PostgreSQL may go: whoever waits is told to try again, what was acknowledged is there, and no process ends. */
import { type AddressInfo, createServer } from 'node:net'
import pg from 'pg'
import { expect, test } from 'vitest'
import { Refusal } from '../src/ba/index.ts'
import { openStore } from '../src/store/index.ts'
import { unavailable } from '../src/store/unavailable.ts'
import { afterwards } from './afterwards.ts'
import { doorOf } from './door.ts'
import { openHouse } from './house.ts'

const onPostgres = process.env.WHORL_TEST_STORE === 'postgres'

/** Ends every other connection to a database, as a restart of its server does. */
async function interrupting(url: string) {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  afterwards(() => admin.end())
  return () =>
    admin.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
}

if (onPostgres)
  test('Connections that end under load are told as such, and come back by themselves', async () => {
    const house = await openHouse()
    if (house.place.kind !== 'postgres') throw new Error('This is about PostgreSQL.')
    const mara = await house.comes('Mara', 'owner')
    const door = doorOf(house)
    const cookie = await door.signIn(mara)
    const { topic } = await mara.does('start-topic', { title: 'Cache purge', area: 'open' })
    const interrupt = await interrupting(house.place.url)
    const asked: string[] = []
    const refused: unknown[] = []
    let over = false
    const ask = async (who: number) => {
      for (let n = 0; !over; n++) {
        const words = `Question ${n} of ${who}?`
        await mara.does('ask', { topic: topic.id, words }).then(
          () => asked.push(words),
          (error: unknown) => refused.push(error),
        )
      }
    }
    const asking = [1, 2, 3, 4, 5].map(ask)
    for (let round = 0; round < 10; round++) {
      await new Promise((resolve) => setTimeout(resolve, 60))
      await interrupt()
    }
    over = true
    await Promise.all(asking)
    expect(refused.length).toBeGreaterThan(0)
    for (const error of refused) expect(error).toMatchObject({ kind: 'unavailable', problem: /database/ })
    expect(refused.every((error) => error instanceof Refusal)).toBe(true)
    await house.whorl.settle()
    const there = new Set<string>()
    for (let after: string | undefined; ; ) {
      const page = await mara.does('list-questions', { topic: topic.id, most: 200, ...(after && { after }) })
      for (const { words } of page.questions) there.add(words)
      if (page.next === null) break
      after = page.next
    }
    expect(asked.filter((words) => !there.has(words))).toEqual([])
    expect((await door.does(cookie, house.space.slug, 'today', {})).status).toBe(200)
  })

if (onPostgres)
  test('A database that is not there is said to be so within seconds', async () => {
    // Nothing listens at the first; the second takes connections and never says a word.
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    afterwards(() => void silent.close())
    const open = (port: number) => openStore({ kind: 'postgres', url: `postgres://nobody@127.0.0.1:${port}/none` })
    await expect(open(1)).rejects.toThrow(/cannot be reached just now. connect ECONNREFUSED/)
    await expect(open((silent.address() as AddressInfo).port)).rejects.toThrow(/not there just now/)
  })

test('What follows an act and what was queued waits for the store, and counts no failure of its own', async () => {
  let writes = 0
  let goes = false
  const house = await openHouse({
    watched: (store) => ({
      ...store,
      // Of five writes two fail.
      write: (work) => (goes && ++writes % 5 < 2 ? Promise.reject(unavailable({ code: '57P01' })) : store.write(work)),
    }),
  })
  const mara = await house.comes('Mara', 'owner')
  const { topic } = await mara.does('start-topic', { title: 'Cache purge', area: 'open' })
  await house.whorl.settle()
  const [text, name] = ['# Cache purge\n\nPurge by key. It takes about three minutes.\n', 'runbook.md']
  await mara.does('import-source', { name, text, area: 'open' })
  const asked = await mara.does('ask', { topic: topic.id, words: 'When do we purge by key?' })
  await mara.does('answer', { question: asked.question, words: 'We purge by key when a page is wrong.' })
  goes = true
  const jobs = () => house.whorl.store.read(({ db }) => db.selectFrom('job').selectAll().execute())
  await expect
    .poll(
      async () => {
        await house.whorl.settle()
        return (await jobs()).filter(({ done_at }) => done_at === null)
      },
      { timeout: 40_000 },
    )
    .toEqual([])
  goes = false
  await house.whorl.settle()
  expect(writes).toBeGreaterThan(5)
  expect((await jobs()).map(({ attempts, fault }) => [attempts, fault])).toEqual((await jobs()).map(() => [1, null]))
  expect(await jobs()).not.toEqual([])
  expect((await mara.does('list-parked', {})).parked).toEqual([])
  expect((await mara.does('search', { words: 'purge by key' })).hits.length).toBeGreaterThan(1)
  expect(house.faults.filter(({ what }) => what !== 'sweep' && !what.startsWith('job sweep'))).toEqual([])
})

test.each([
  [{ code: '57P01', message: 'terminating connection due to administrator command' }, /not there just now/],
  [{ code: '57P03', message: 'the database system is starting up' }, /not there just now/],
  [{ code: '08006', message: 'connection failure' }, /not there just now/],
  [{ code: 'ECONNREFUSED', message: '' }, /cannot be reached/],
  [{ code: '53300', message: 'too many clients already' }, /too many connections/],
  [{ code: '53100', message: 'could not extend file: No space left on device' }, /no room left/],
  [{ code: '25006', message: 'cannot execute INSERT in a read-only transaction' }, /only be read/],
  [{ code: '57014', message: 'canceling statement due to statement timeout' }, /too long/],
  [new Error('Connection terminated unexpectedly'), /not there just now/],
])('Of %o it is said that the database is at fault', (error, words) => {
  expect(unavailable(error)?.message).toMatch(words)
})

test.each([
  [{ code: '23505', message: 'duplicate key' }],
  [{ code: 'ERR_SQLITE_ERROR', message: 'constraint failed' }],
  [{ code: 'ERR_INVALID_ARG_TYPE', message: '' }],
  [new Error('x is not a function')],
])('%o is a fault', (error) => {
  expect(unavailable(error)).toBeUndefined()
})
