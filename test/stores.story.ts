import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Store } from '../src/store/index.ts'
import { freshPlace, freshStore, openAt } from './stores.ts'

let whole: Store

beforeAll(async () => {
  whole = await freshStore()
})

test('A fresh store is of the kind this project runs on, with its tables made', async () => {
  const store = await freshStore()
  expect(store.kind).toBe(process.env.WHORL_TEST_STORE)
  const { rows } = await sql<{ count: number }>`select count(*) as count from migration`.execute(store.db)
  expect(rows[0]?.count).toBeGreaterThan(0)
})

test('Two fresh stores know nothing of each other', async () => {
  const [one, other] = await Promise.all([freshStore(), freshStore()])
  await sql`create table mark (name text)`.execute(one.db)
  await expect(sql`select * from mark`.execute(other.db)).rejects.toThrow('mark')
})

test('A store made for a whole file lives through its tests', async () => {
  await sql`select 1 as one`.execute(whole.db)
})

test('Two connections can be opened on one fresh place', async () => {
  const place = await freshPlace()
  const one = await openAt(place)
  const other = await openAt(place)
  await sql`create table mark (name text)`.execute(one.db)
  expect((await sql`select * from mark`.execute(other.db)).rows).toEqual([])
})

for (const round of ['first', 'second']) {
  test(`A store is as good as new the ${round} time`, async () => {
    const store = await freshStore()
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(store.db)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ name }) => name)).not.toContain('left by a test')
    await sql`insert into migration (number, name) values (999, 'left by a test')`.execute(store.db)
  })
}

if (process.env.WHORL_TEST_STORE === 'postgres')
  test('A statement goes on where its table was changed since it was prepared', async () => {
    const place = await freshPlace()
    const [one, other] = [await openAt(place), await openAt(place)]
    await sql`create table mark (name text)`.execute(one.db)
    await sql`insert into mark values ('here')`.execute(one.db)
    const read = () =>
      one.read(async ({ db }) => (await sql`select * from mark where name = ${'here'}`.execute(db)).rows)
    for (let n = 0; n < 6; n++) expect(await read()).toEqual([{ name: 'here' }])
    await sql`alter table mark add column age integer`.execute(other.db)
    // On PostgreSQL the plan of one connection fails once, and the connection goes with it.
    await read().catch(() => undefined)
    expect(await read()).toEqual([{ name: 'here', age: null }])
  })
