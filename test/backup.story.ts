/** Backup while it runs, restore to either store, migrations, and files that are newer or damaged. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { backUp, restore } from '../src/house/index.ts'
import { openStore, type Place, type Store } from '../src/store/index.ts'
import { afterwards } from './afterwards.ts'
import { everyRow, tablesOf } from './every-row.ts'
import { houseOn, openHouse } from './house.ts'
import { goRound } from './round.ts'
import { ask, command, environmentOf, found, freshGround, type Ground, groundOf, startServer } from './spawned.ts'
import { freshFolder, freshPlace } from './stores.ts'

const open = async (place: Place): Promise<Store> => {
  const store = await openStore(place)
  afterwards(() => store.close())
  return store
}

/** Every row of every table, as text that both stores give alike. */
const everythingIn = async (store: Store): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    Object.entries(await everyRow(store)).map(([table, rows]) => [
      table,
      rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort(),
    ]),
  )

/** A store with a whole round in it, and the ground on which commands find it. */
async function filled(): Promise<Ground & { place: Place }> {
  const house = await openHouse()
  const people = {
    mara: await house.comes('Mara 山田', 'keeper'),
    ben: await house.comes('Ben', 'member'),
    ana: await house.comes('Ana', 'member'),
  }
  await goRound(house, people, 'Zebra')
  return { ...groundOf(house.place), place: house.place }
}

test('A backup made while it runs holds everything, and restores to an empty place of either store', async () => {
  const ground = await filled()
  const before = await everythingIn(await open(ground.place))
  expect(before.claim?.length).toBe(3)
  const server = await startServer(ground)
  const file = join(freshFolder(), 'backup.db')
  const made = await command(ground, 'backup', file)
  expect([made.code, made.said]).toEqual([0, `Backed up to ${file}\n`])
  const again = await command(ground, 'backup', file)
  expect([again.code, again.complained]).toEqual([1, `${file} is there already. Name a file that is not.\n`])
  await server.end('SIGTERM')

  // What the server itself keeps besides (its first link, its own end of journal) is no part of the comparison.
  const own = (all: Record<string, string[]>) => ({
    ...all,
    invitation: [],
    migration: [],
    parked: [],
    reaction_cursor: [],
    rate_limit: [],
  })
  const folder = freshFolder()
  const restored = await command({ env: environmentOf(folder) }, 'restore', file)
  expect([restored.code, restored.said]).toEqual([0, `Restored from ${file}.\n`])
  expect(own(await everythingIn(await open({ kind: 'sqlite', file: join(folder, 'whorl.db') })))).toEqual(own(before))
  const at = await freshPlace()
  if (at.kind === 'postgres') {
    const there = await command({ env: environmentOf(freshFolder(), at.url) }, 'restore', file)
    expect([there.code, there.complained]).toEqual([0, ''])
    expect(own(await everythingIn(await open(at)))).toEqual(own(before))
    // A database that is not empty is left alone.
    const twice = await command({ env: environmentOf(freshFolder(), at.url) }, 'restore', file)
    expect(twice.code).toBe(1)
    expect(twice.complained).toMatch(/^There are rows in \w+ already\. Restore into an empty database\.\n$/)
    expect(own(await everythingIn(await open(at)))).toEqual(own(before))
  }
  // And it serves.
  const next = await startServer({ at: { kind: 'sqlite', folder }, folder, env: environmentOf(folder) })
  expect((await ask(next, 'list-topics', {}, 'team')).topics).toMatchObject([{ title: 'Zebra purge' }])
  await next.end('SIGTERM')
}, 90_000)

test('Restored, it goes on: the next acts and what follows from them are done', async () => {
  const ground = await filled()
  // What the commands call; the test above runs them as the real program.
  const file = await backUp(ground.place, join(freshFolder(), 'backup.db'))
  const at = await freshPlace()
  const place: Place =
    at.kind === 'postgres' ? { kind: 'postgres', url: at.url } : { kind: 'sqlite', file: join(at.folder, 'whorl.db') }
  await restore(file, place, new Date().toISOString())
  const store = await open(place)
  const space = await store.db.selectFrom('space').select(['id', 'slug']).executeTakeFirstOrThrow()
  const house = await houseOn(place, { space, ids: 'later' })
  const people = {
    mara: await house.comes('Mara', 'keeper'),
    ben: await house.comes('Ben', 'member'),
    ana: await house.comes('Ana', 'member'),
  }
  const { topic } = await goRound(house, people, 'Okapi')
  expect((await people.ana.does('topic-spiral', { topic })).whorls).toHaveLength(1)
  expect(house.faults).toEqual([])
  await expect(sql`delete from conversion`.execute(store.db)).rejects.toThrow('append-only')
}, 60_000)

test('A file that a newer Whorl has written is refused', async () => {
  const ground = await freshGround()
  const server = await startServer(ground)
  await server.end('SIGTERM')
  const place: Place =
    ground.at.kind === 'postgres'
      ? { kind: 'postgres', url: ground.at.url }
      : { kind: 'sqlite', file: join(ground.folder, 'whorl.db') }
  const store = await open(place)
  await sql`insert into migration (number, name) values (999, 'from later')`.execute(store.db)
  const { code, complained } = await command(ground, 'serve')
  expect(code).toBe(1)
  expect(complained).toMatch(
    /^These tables are of version 999, .* a newer Whorl has written here\. Start that one, or restore/,
  )
  await expect(openStore(place)).rejects.toThrow('version 999')
}, 60_000)

test('A restore is refused while a server has the folder', async () => {
  const ground = await freshGround()
  const server = await startServer(ground)
  await found(server)
  const there = ground.at
  const file = await backUp(
    there.kind === 'postgres' ? there : { kind: 'sqlite', file: join(there.folder, 'whorl.db') },
    join(freshFolder(), 'backup.db'),
  )
  const { code, complained } = await command(ground, 'restore', file)
  expect([code, complained]).toEqual([1, expect.stringMatching(/^A Whorl is running on .* stop it first/)])
  expect((await ask(server, 'list-people', {})).people).toHaveLength(1)
  await server.end('SIGTERM')
})

/** A place on which no table has been made: an empty file, or a schema of its own in a database. */
async function bare(): Promise<Place> {
  const at = await freshPlace()
  if (at.kind === 'sqlite') return { kind: 'sqlite', file: join(at.folder, 'bare.db') }
  const store = await open(at)
  await sql`create schema bare`.execute(store.db)
  await store.close()
  const url = new URL(at.url)
  url.searchParams.set('options', '-c search_path=bare')
  return { kind: 'postgres', url: url.href }
}

test('Made from nothing twice, the tables are as they were', async () => {
  const place = await bare()
  const first = await open(place)
  const tables = await tablesOf(first)
  expect(tables).toContain('conversion')
  await sql`insert into rate_limit (id, key, count, last_request) values ('a', 'a', 1, 1)`.execute(first.db)
  const second = await open(place)
  expect(await tablesOf(second)).toEqual(tables)
  expect((await sql`select id from rate_limit`.execute(second.db)).rows).toEqual([{ id: 'a' }])
  expect((await sql`select number from migration order by number`.execute(second.db)).rows.length).toBeGreaterThan(0)
})

test('Many that make the tables at once make them once', async () => {
  const place = await bare()
  const stores = await Promise.all(Array.from({ length: 4 }, () => open(place)))
  const numbers = (
    await sql<{ number: number }>`select number from migration order by number`.execute((stores[0] as Store).db)
  ).rows
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, at) => at + 1))
  expect(await tablesOf(stores[3] as Store)).toEqual(await tablesOf(stores[0] as Store))
})
