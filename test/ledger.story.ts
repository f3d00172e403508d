/** What the ledger promises: nothing lost, nothing twice, no words, and what follows from acts follows. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inArea } from '../src/ba/index.ts'
import { openJobs, openReactions, type Reaction, wishJob } from '../src/ledger/index.ts'
import type { Store, Tx } from '../src/store/index.ts'
import { afterwards } from './afterwards.ts'
import { type House, houseOn, openHouse } from './house.ts'
import { goRound } from './round.ts'

const three = async (house: House) => ({
  mara: await house.comes('Zebra Mara', 'keeper'),
  ben: await house.comes('Zebra Ben', 'member'),
  ana: await house.comes('Zebra Ana', 'member'),
})

const rowsOf = async (store: Store, table: string) =>
  (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(store.db)).rows

/** All that stands in lists and objects, their names included. */
const leavesOf = (held: unknown): unknown[] =>
  typeof held === 'object' && held !== null
    ? Object.entries(held).flatMap(([name, one]) => [...(Array.isArray(held) ? [] : [name]), ...leavesOf(one)])
    : [held]

test('No word that anybody typed and no name stands in the journal or the conversions', async () => {
  const house = await openHouse()
  await goRound(house, await three(house), 'Zebra')
  const { store } = house.whorl
  const rows = [...(await rowsOf(store, 'journal')), ...(await rowsOf(store, 'conversion'))]
  expect(rows.length).toBeGreaterThan(30)
  expect(JSON.stringify(rows)).not.toMatch(/zebra|mara|ben|ana"/i)
  const fixed = /^(id-\d+|open|[a-z-]+|\d{4}-\d\d-\d\dT[\d:.]+Z)$/
  for (const value of rows.flatMap((row) => Object.values(row))) {
    if (typeof value === 'number' || value === null) continue
    const held: unknown = /^[[{]/.test(String(value)) ? JSON.parse(String(value)) : [value]
    for (const one of leavesOf(held)) expect(one).toMatch(fixed)
  }
})

test('The database refuses to change or drop a conversion', async () => {
  const house = await openHouse()
  await goRound(house, await three(house), 'Zebra')
  const { store } = house.whorl
  const before = await rowsOf(store, 'conversion')
  const tries = [
    "update conversion set mode = 'x'",
    'delete from conversion',
    'delete from conversion where 1 = 0 or id is not null',
  ]
  for (const attempt of tries) {
    await expect(store.write(({ db }) => sql.raw(attempt).execute(db))).rejects.toThrow('append-only')
    await expect(sql.raw(attempt).execute(store.db)).rejects.toThrow('append-only')
  }
  expect(await rowsOf(store, 'conversion')).toEqual(before)
})

test('Two processes that write at once leave no gap in the order, and nobody sees a later place before an earlier', async () => {
  const one = await openHouse()
  const other = await houseOn(one.place, { space: one.space, ids: 'other' })
  const [mara, ben] = [await one.comes('Mara', 'member'), await one.comes('Ben', 'member')]
  const benThere = other.here(ben)
  let writing = true
  const gaps: number[][] = []
  const watching = (async () => {
    while (writing) {
      const rows = await one.whorl.store.read(({ db }) =>
        db.selectFrom('journal').select('seq').orderBy('seq').execute(),
      )
      const seen = rows.map(({ seq }) => seq)
      if (seen.some((seq, at) => seq !== at + 1)) gaps.push(seen)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  })()
  const titles = Array.from({ length: 40 }, (_, n) => `Topic ${n}`)
  await Promise.all(titles.map((title, n) => (n % 2 ? mara : benThere).does('start-topic', { title })))
  writing = false
  await watching
  expect(gaps).toEqual([])
  await one.whorl.settle()
  await other.whorl.settle()
  const { seq } = await one.whorl.store.db.selectFrom('space').select('seq').executeTakeFirstOrThrow()
  const kept = (await rowsOf(one.whorl.store, 'journal')) as { act: string }[]
  expect(kept.length).toBe(seq)
  expect(kept.filter(({ act }) => act === 'start-topic').length).toBe(40)
})

/** Reactions of a test's own, over a house's store. */
function follow(house: House, reactions: Reaction[], own = 'reaction') {
  const failed: string[] = []
  let ids = 0
  const following = openReactions(house.whorl.store, { now: house.now, newId: () => `${own}-${++ids}` }, reactions, {
    followed: () => {},
    failed: (_, name) => failed.push(name),
  })
  afterwards(() => following.stop())
  return { following, failed }
}

const mark = (tx: Tx, space: string, person: string, thing: string, at: string) =>
  tx.db.insertInto('dismissal').values({ space_id: space, person_id: person, thing, at }).execute()

const marks = async (house: House) =>
  (await house.whorl.store.db.selectFrom('dismissal').select('thing').orderBy('thing').execute()).map(
    ({ thing }) => thing,
  )

test('A reaction that fails is parked with its error, the rest goes on, and it runs when it is retried', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'owner')
  let broken = true
  const { following, failed } = follow(house, [
    {
      name: 'marks',
      on: ['topic'],
      run: async ({ tx, space, now }, { topic: [topic] = [] }) => {
        await mark(tx, space.id, 'half', topic ?? '', now)
        const { title } = await tx.db
          .selectFrom('topic')
          .select('title')
          .where('id', '=', topic ?? '')
          .executeTakeFirstOrThrow()
        if (broken && title === 'Second') throw new Error('The second one is broken.')
      },
    },
    {
      name: 'goes on',
      on: ['topic'],
      run: ({ tx, space, now }, { topic = [] }) => mark(tx, space.id, 'other', `${topic} too`, now).then(() => {}),
    },
  ])
  const first = (await mara.does('start-topic', { title: 'First' })).topic
  const second = (await mara.does('start-topic', { title: 'Second' })).topic
  const third = (await mara.does('start-topic', { title: 'Third' })).topic
  await following.settle()
  expect(failed).toEqual(['marks'])
  // What the failed one had written is gone, and all else is there.
  const all = [first, second, third].map(({ id }) => `${id} too`)
  expect(await marks(house)).toEqual([first.id, ...all, third.id].sort())
  const { parked } = await mara.does('list-parked', {})
  expect(parked).toMatchObject([{ reaction: 'marks', error: 'The second one is broken.' }])

  const [{ reaction = '', seq = 0 } = {}] = parked
  await mara.does('retry-parked', { reaction, seq })
  await following.settle()
  expect((await mara.does('list-parked', {})).parked).toHaveLength(1)
  broken = false
  await mara.does('retry-parked', { reaction, seq })
  await following.settle()
  expect((await mara.does('list-parked', {})).parked).toEqual([])
  expect(await marks(house)).toEqual([first.id, second.id, ...all, third.id].sort())
  expect(await mara.isRefused('retry-parked', { reaction, seq })).toMatchObject({ kind: 'unfit', field: 'seq' })
  expect(await mara.isRefused('retry-parked', { reaction: 'job:none', seq: 0 })).toMatchObject({ kind: 'absent' })
})

test('A reaction’s writes and its cursor commit together: followed by two processes, each entry is followed once', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'member')
  const other = await houseOn(house.place, { space: house.space, ids: 'other' })
  const reaction: Reaction = {
    name: 'once',
    on: ['topic'],
    run: async ({ tx, space, now, newId }) => {
      await mark(tx, space.id, newId(), 'followed', now)
    },
  }
  const both = [follow(house, [reaction], 'here'), follow(other, [reaction], 'there')]
  for (let n = 0; n < 8; n++) {
    await mara.does('start-topic', { title: `Topic ${n}` })
    for (const { following } of both) following.poke()
  }
  await Promise.all(both.map(({ following }) => following.settle()))
  expect(both.flatMap(({ failed }) => failed)).toEqual([])
  expect(await marks(house)).toHaveLength(8)
  const followed = (await rowsOf(house.whorl.store, 'journal')).filter(({ act }) => act === 'once')
  expect(followed).toHaveLength(8)
})

test('A reaction that takes entries together takes them in one transaction; one that fails is parked by itself', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'owner')
  const ranges: [number, number][] = []
  let broken = ''
  const reaction: Reaction = {
    name: 'together',
    on: ['topic'],
    together: true,
    run: async ({ tx, space, now }, { topic = [] }, { after, upTo }) => {
      for (const id of topic) await mark(tx, space.id, 'together', id, now)
      if (topic.includes(broken)) throw new Error('One of them is broken.')
      ranges.push([after, upTo])
    },
  }
  const ids: string[] = []
  for (let n = 0; n < 5; n++) ids.push((await mara.does('start-topic', { title: `Topic ${n}` })).topic.id)
  await house.whorl.settle()
  const { following, failed } = follow(house, [reaction])
  await following.settle()
  expect(await marks(house)).toEqual([...ids].sort())
  expect(ranges).toHaveLength(1)
  // Five more, of which one is broken: the others are followed, each by itself, and the cursor goes on.
  broken = 'id of the third'
  for (let n = 5; n < 10; n++) {
    const { id } = (await mara.does('start-topic', { title: `Topic ${n}` })).topic
    ids.push(id)
    if (n === 7) broken = id
  }
  await following.settle()
  expect(await marks(house)).toEqual(ids.filter((id) => id !== broken).sort())
  expect(failed).toEqual(['together'])
  const parked = (await mara.does('list-parked', {})).parked
  expect(parked).toMatchObject([{ reaction: 'together', error: 'One of them is broken.' }])
  // Every place of the order was in one range, and in no other.
  // PostgreSQL may run what met another write again.
  const once = [...new Map(ranges.map((range) => [range.join(), range])).values()]
  expect(once.slice(1).every(([after], n) => after >= (once[n]?.[1] ?? 0))).toBe(true)
})

test('What a reaction does is followed by the next, also after hundreds of entries that none follows', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'member')
  const { topic } = await mara.does('start-topic', { title: 'First' })
  for (let n = 0; n < 130; n++) await mara.does('dismiss', { thing: `t${n}` })
  await mara.does('ask-to-keep', { topic: topic.id })
  await house.whorl.settle()
  const done: string[] = []
  const { following } = follow(house, [
    { name: 'last', on: ['page'], run: async () => void done.push('last') },
    {
      name: 'middle',
      on: ['keeping'],
      run: async (here, { keeping = [] }) => {
        done.push('middle')
        here.changed({ page: keeping.map(String) }, inArea('open'))
      },
    },
  ])
  await following.settle()
  // PostgreSQL may run what met another write again.
  const again = (one: string, n: number) => house.place.kind === 'postgres' && one === done[n - 1]
  expect(done.filter((one, n) => !again(one, n))).toEqual(['middle', 'last'])
})

test('Settled means that nothing is left to follow: no entry ahead of a cursor, no open wish', async () => {
  const house = await openHouse()
  await goRound(house, await three(house), 'Zebra')
  await house.whorl.settle()
  const { store } = house.whorl
  expect((await rowsOf(store, 'job')).filter(({ done_at }) => done_at === null)).toEqual([])
  const before = await rowsOf(store, 'journal')
  await house.whorl.settle()
  expect(await rowsOf(store, 'journal')).toEqual(before)
  expect(house.faults).toEqual([])
})

/** Jobs of a test's own, over a house's store. */
function jobsOf(house: House, worker: string, handlers: Parameters<typeof openJobs>[2], alone = false) {
  const failed: string[] = []
  const moment = { now: house.now, newId: () => worker }
  const jobs = openJobs(house.whorl.store, moment, handlers, { alone, failed: (error) => failed.push(String(error)) })
  afterwards(() => jobs.stop())
  return { jobs, failed }
}

const wish = (house: House, id: string) =>
  house.whorl.store.write((tx) =>
    wishJob(tx, { space_id: house.space.id, id, kind: 'try', subject: id, wished_at: house.now() }),
  )

test('A job whose process died goes on in another, once its time is over, and is fulfilled once', async () => {
  const house = await openHouse()
  await wish(house, 'wish')
  let begun = () => {}
  let goOn = () => {}
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const done: string[] = []
  const dying = jobsOf(house, 'dying', {
    try: async (_, finish) => {
      begun()
      await held
      await house.whorl.store.write(finish)
      done.push('dying')
    },
  })
  await started
  const heir = jobsOf(house, 'heir', {
    try: async (_, finish) => {
      await house.whorl.store.write(finish)
      done.push('heir')
    },
  })
  await heir.jobs.settle()
  expect(done).toEqual([])
  house.later(1)
  await heir.jobs.settle()
  expect(done).toEqual(['heir'])
  // The one that was given up wakes and finds that it was taken over.
  goOn()
  await dying.jobs.settle()
  expect(done).toEqual(['heir'])
  expect([...dying.failed, ...heir.failed]).toEqual([])
})

test('A job that hangs is given up for an owner to see, holds up no other, and a stop does not wait for it', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'owner')
  const { store } = house.whorl
  await wish(house, 'hangs')
  await wish(house, 'later')
  const [done, failed]: [string[], string[]] = [[], []]
  let wakes = () => {}
  let woke: Promise<string> | undefined
  const handlers = {
    try: async ({ id }: { id: string }, finish: (tx: Tx) => Promise<void>) => {
      if (id === 'hangs') await new Promise<void>((resolve) => (wakes = resolve))
      const finished = store.write(finish)
      if (id === 'hangs')
        woke = finished.then(
          () => 'done',
          (error: Error) => error.constructor.name,
        )
      await finished
      done.push(id)
    },
  }
  const moment = { now: house.now, newId: () => 'worker' }
  const told = (error: unknown) => void failed.push(String(error))
  const jobs = openJobs(store, moment, handlers, { alone: false, failed: told, mostMs: 300, stopMs: 100 })
  await jobs.settle()
  expect(done).toEqual(['later'])
  const { parked } = await mara.does('list-parked', {})
  expect(parked).toMatchObject([{ reaction: 'job:hangs', error: 'It took longer than 0 minutes.' }])
  // What it still does once it wakes counts no more.
  wakes()
  await expect.poll(() => woke).toBeDefined()
  expect(await woke).toBe('TakenOver')
  expect([done, failed]).toEqual([['later'], ['Error: It took longer than 0 minutes.']])
  await mara.does('retry-parked', { reaction: 'job:hangs', seq: 0 })
  jobs.poke()
  const job = () =>
    store.db.selectFrom('job').select(['taken_by', 'attempts']).where('id', '=', 'hangs').executeTakeFirst()
  await expect.poll(job).toEqual({ taken_by: 'worker', attempts: 1 })
  await jobs.stop()
  // What the stop cut off waits for no lease, and has not failed.
  expect(await job()).toEqual({ taken_by: null, attempts: 0 })
})

test('On a store of one process, what its last one had in hand goes on at once', async () => {
  const house = await openHouse()
  await wish(house, 'wish')
  await house.whorl.store.write(({ db }) =>
    db.updateTable('job').set({ taken_by: 'killed', taken_until: '2099-01-01T00:00:00.000Z' }).execute(),
  )
  const done: string[] = []
  const { jobs } = jobsOf(
    house,
    'next',
    { try: (job, finish) => house.whorl.store.write(finish).then(() => void done.push(job.id)) },
    true,
  )
  await jobs.settle()
  expect(done).toEqual(['wish'])
})

test('A job that fails is tried three times, then waits for an owner, who can have it tried again', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'owner')
  let tries = 0
  const { jobs, failed } = jobsOf(house, 'worker', {
    try: async (_, finish) => {
      if (++tries < 5) throw new Error(`Try ${tries} failed.`)
      await house.whorl.store.write(finish)
    },
  })
  await wish(house, 'wish')
  await jobs.settle()
  expect(failed).toHaveLength(3)
  const { parked } = await mara.does('list-parked', {})
  expect(parked).toMatchObject([{ reaction: 'job:wish', error: 'Try 3 failed.' }])
  await mara.does('retry-parked', { reaction: 'job:wish', seq: 0 })
  await jobs.settle()
  expect(tries).toBe(5)
  expect((await mara.does('list-parked', {})).parked).toEqual([])
})

test('A wish that waits is enough; one that comes while the first is in hand is fulfilled after it', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const { topic } = await mara.does('start-topic', { title: 'Cache' })
  await mara.does('import-source', { name: 'a.md', text: 'A cache is a store of what was asked for.' })
  await mara.does('import-source', { name: 'b.md', text: 'A cache is a small store near its reader.' })
  // Both sources are read: a page that was put together of one alone was rightly put together anew.
  await house.whorl.settle()
  const version = async () => (await mara.does('read-page', { topic: topic.id })).page?.version
  const before = await version()
  expect(before).toBeGreaterThan(0)
  for (let n = 0; n < 5; n++) await mara.does('recompile', { topic: topic.id })
  await house.whorl.settle()
  expect(await version()).toBe(before)
  const conversions = await rowsOf(house.whorl.store, 'conversion')
  expect(conversions.map(({ mode }) => mode)).toEqual(['combination'])
})
