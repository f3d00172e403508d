/** Nobody uses up a house: what people and spaces keep is counted, bounded, and equal to a recount. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BOUNDS, type Bounds } from '../src/ba/index.ts'
import { recount } from '../src/house/index.ts'
import { agentBy, onPort } from './agents.ts'
import { commandLineOf } from './command-line.ts'
import { doorOf } from './door.ts'
import { earlierStore, notes, reopenHouse } from './earlier-version.ts'
import { type House, houseOn, openHouse, type Somebody } from './house.ts'

type Some = { [Whose in keyof Bounds]?: Partial<Bounds[Whose]> }

const withBounds = ({ person, space, address }: Some): Bounds => ({
  person: { ...BOUNDS.person, ...person },
  space: { ...BOUNDS.space, ...space },
  address: { ...BOUNDS.address, ...address },
})

const base64 = (text: string) => Buffer.from(text).toString('base64')
const usageOf = (house: House) =>
  house.whorl.store.db.selectFrom('space_usage').selectAll().where('space_id', '=', house.space.id).execute()

/** What people do that makes more of something, or less. */
const steps: Record<string, (who: Somebody, n: number, house: House) => Promise<unknown>> = {
  source: (who, n) => who.does('import-source', { name: `s${n}.md`, text: `Née ${'é'.repeat(n)}.\n` }),
  topic: (who, n) => who.does('start-topic', { title: `Topic ${n}` }),
  page: (who, n) => who.does('import-page', { markdown: `---\ntitle: Page ${n}\n---\n\nWords 言葉 ${n}.\n` }),
  bring: async (who, n) => {
    const { arrival } = await who.does('bring-source', { name: 'big.txt', bytes: base64('a'.repeat(90 + n)), parts: 2 })
    await who.does('send-source-part', { arrival, part: 1, bytes: base64(`Rest ${n}.`) })
  },
  html: (who, n) =>
    who.does('bring-source', { name: `p${n}.html`, bytes: base64(`<title>P</title><p>On ${n} things.</p>`) }),
  anew: async (who, n) => {
    const [source] = (await who.does('list-sources', {})).sources
    if (source) await who.does('bring-source', { name: 'new.md', bytes: base64(`Other ${n}.\n`), replaces: source.id })
  },
  forget: async (who, n) => {
    const { arrival } = await who.does('bring-source', { name: 'half.txt', bytes: base64(`Half ${n}.`), parts: 2 })
    await who.does('forget-arrival', { arrival })
  },
  scan: async (who, n) => {
    const { scan } = await who.does('begin-scan', { name: 'z.zip' })
    for (const words of ['Long before', 'Short']) {
      await who.does('send-scan-part', { scan, part: 0, bytes: base64(`${words} ${n}`) })
    }
    if (n % 2) await who.does('forget-scan', { scan })
  },
  left: async (who, n, house) => {
    await who.does('bring-source', { name: 'left.txt', bytes: base64(`Left ${n}.`), parts: 2 })
    house.later(8)
    await house.whorl.tidy()
  },
  settle: (_, __, house) => house.whorl.settle(),
}

test('Whatever is brought, written, replaced, forgotten and left, the kept totals equal a recount', {
  timeout: 240_000,
}, async () => {
  const step = fc.record({ what: fc.constantFrom(...Object.keys(steps)), n: fc.nat(40), who: fc.nat(1) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (random) => {
      const house = await openHouse()
      const people = [await house.comes('Mara', 'keeper'), await house.comes('Ben', 'keeper')]
      // A name or a slug that is taken is refused, and then nothing may have been counted.
      for (const { what, n, who } of random)
        await steps[what]?.(people[who] as Somebody, n, house).catch((error) => {
          if ((error as Error).constructor.name !== 'Refusal') throw error
        })
      expect(await recount(house.whorl, true)).toMatchObject({ right: true })
      await house.whorl.settle()
      expect(await recount(house.whorl, true)).toMatchObject({ right: true })
      expect(house.faults).toEqual([])
    }),
    { numRuns: 6 },
  )
})

test('Each thing that adds or takes away is counted for its person, and a wrong total is counted anew', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  for (const [n, step] of Object.values(steps).entries()) await step(mara, n + 1, house)
  await house.whorl.settle()
  const [right, rows] = [await recount(house.whorl, true), await usageOf(house)]
  expect(right).toMatchObject({ right: true })
  expect(rows.find(({ person_id }) => person_id === mara.id)).toMatchObject({ topics: 2 })
  await house.whorl.store.db.updateTable('space_usage').set({ bytes: 1 }).execute()
  expect(await recount(house.whorl, true)).toMatchObject({ right: false, said: expect.stringContaining('2 totals') })
  expect(await recount(house.whorl, false)).toMatchObject({ right: true })
  expect(await usageOf(house)).toEqual(expect.arrayContaining(rows))
})

test('Past a bound of a person or a space nothing is kept, and the refusal says what, how much, and what would do', async () => {
  const bounds = withBounds({ person: { bytes: 2000, sources: 2, topics: 2 }, space: { bytes: 3000, topics: 3 } })
  const house = await openHouse({ bounds })
  const [mara, ben] = [await house.comes('Mara', 'keeper'), await house.comes('Ben', 'keeper')]
  await mara.does('import-source', { name: 'a.md', text: 'a'.repeat(1500) })
  const before = await usageOf(house)
  expect(await mara.isRefused('import-source', { name: 'b.md', text: 'b'.repeat(600) })).toMatchObject({
    kind: 'too-many',
    problem: 'You have 1.46 KiB in this space, this would add 600 bytes, and one person may have 1.95 KiB.',
    remedy:
      'Bring less at once, forget what you brought that has not come in, or ask whoever runs this Whorl to raise person.bytes.',
  })
  expect(await usageOf(house)).toEqual(before)
  expect((await mara.does('list-sources', {})).sources).toHaveLength(1)
  // Of a space, whose total counts closed areas too, only the bound is said.
  const { problem } = await ben.isRefused('import-source', { name: 'c.md', text: 'c'.repeat(1800) })
  expect(problem).toBe('A space may have 2.93 KiB, and with this one it would have more: it is 1.76 KiB.')
  await mara.does('import-source', { name: 'b.md', text: 'b' })
  expect((await mara.isRefused('import-source', { name: 'c.md', text: 'c' })).problem).toMatch(/2 sources/)
  for (const [who, title] of [
    [mara, 'One'],
    [mara, 'Two'],
    [ben, 'Three'],
  ] as const)
    await who.does('start-topic', { title })
  expect((await mara.isRefused('start-topic', { title: 'Four' })).remedy).toMatch(/raise person\.topics/)
  expect((await ben.isRefused('start-topic', { title: 'Four' })).remedy).toMatch(/raise space\.topics/)
  // What was forgotten makes room again.
  const { arrival } = await ben.does('bring-source', { name: 'd.txt', bytes: base64('d'.repeat(900)), parts: 2 })
  const again = { name: 'e.txt', bytes: base64('e'.repeat(900)), parts: 2 }
  expect((await ben.isRefused('bring-source', again)).kind).toBe('too-many')
  await ben.does('forget-arrival', { arrival })
  await ben.does('bring-source', again)
})

test('A document that passes a bound when it is read is refused as one that did not come in', async () => {
  const house = await openHouse({ bounds: withBounds({ person: { sources: 1 } }) })
  const mara = await house.comes('Mara', 'keeper')
  for (const name of ['a.md', 'b.md']) await mara.does('bring-source', { name, bytes: base64(`On ${name}.`) })
  await house.whorl.settle()
  expect((await mara.does('list-arrivals', {})).arrivals.map(({ state, fault }) => [state, fault])).toEqual([
    ['refused', expect.stringContaining('one person may have 1 source')],
    ['in', null],
  ])
  expect(house.faults).toEqual([])
  expect(await recount(house.whorl, true)).toMatchObject({ right: true })
})

test('Of many at once, on two servers, as many get through as there are places', { timeout: 60_000 }, async () => {
  const bounds = withBounds({ person: { spaces: 2, jobs: 3 }, space: { topics: 4 } })
  const one = await openHouse({ bounds })
  const other = await houseOn(one.place, { space: one.space, ids: 'other' }, { bounds })
  const [mara, ben] = [await one.comes('Mara', 'keeper'), await one.comes('Ben', 'keeper')]
  await one.mayMakeSpaces(mara)
  const through = async (act: (who: Somebody, n: number) => Promise<unknown>) => {
    const all = [mara, other.here(ben), other.here(mara), ben]
    const done = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => act(all[n % 4] as Somebody, n)))
    for (const end of done) if (end.status === 'rejected') expect(end.reason).toMatchObject({ kind: 'too-many' })
    return done.filter(({ status }) => status === 'fulfilled').length
  }
  expect(await through((who, n) => who.does('start-topic', { title: `T${n}` }))).toBe(4)
  const both = [mara, other.here(mara)]
  expect(await through((_, n) => (both[n % 2] as Somebody).does('create-space', { name: `S${n}` }))).toBe(2)
  const wished = await other.whorl.store.db.selectFrom('space').select('id').where('made_by', '=', mara.id).execute()
  expect(wished).toHaveLength(2)
})

test('As many scans and documents of one person wait as may; when they are read there is room again', async () => {
  const house = await openHouse({ bounds: withBounds({ person: { jobs: 2 } }) })
  const [mara, ben] = [await house.comes('Mara', 'keeper'), await house.comes('Ben', 'keeper')]
  // They wait, since nothing takes them: as if each were long.
  const add = (n: number, who: Somebody) => {
    const wished = { taken_by: 'another', taken_until: '2099-01-01T00:00:00.000Z', attempts: 1, done_at: null }
    const of = { kind: 'bring', subject: `none ${n}`, wished_at: house.now(), fault: null, wished_by: who.id }
    return house.whorl.store.db
      .insertInto('job')
      .values({ space_id: house.space.id, id: `job-${n}`, ...wished, ...of })
      .execute()
  }
  for (const n of [1, 2]) await add(n, mara)
  const brings = { name: 'a.md', bytes: base64('On a.') }
  expect(await mara.isRefused('bring-source', brings)).toMatchObject({
    kind: 'too-many',
    problem: expect.stringContaining('2 pieces of work that wait'),
    remedy: expect.stringContaining('Wait until some of it is done'),
  })
  await ben.does('bring-source', { name: 'b.md', bytes: base64('On b.') })
  await house.whorl.store.db.updateTable('job').set({ done_at: house.now() }).where('id', '=', 'job-1').execute()
  await mara.does('bring-source', brings)
  await house.whorl.settle().catch(() => {})
})

test('Requests past a minute’s worth are told when to come again, at each door, and nobody else waits', async () => {
  const house = await openHouse({ bounds: withBounds({ person: { requests: 5 }, address: { requests: 3 } }) })
  const door = doorOf(house)
  const [mara, ben] = [await house.comes('Mara', 'member'), await house.comes('Ben', 'member')]
  const cookies = { mara: await door.signIn(mara), maraToo: await door.signIn(mara), ben: await door.signIn(ben) }
  const asks = (cookie: string) => door.does(cookie, 'team', 'list-topics', {})
  const { secret } = (await mara.does('make-agent-key', { name: 'Robin' })) as never as { secret: string }
  const robin = await agentBy(await onPort(door), secret)
  // A second session and an agent count as the same person.
  for (const cookie of [cookies.mara, cookies.maraToo]) expect((await asks(cookie)).status).toBe(200)
  await robin.does('search', { query: 'purge' })
  while ((await asks(cookies.mara)).status === 200);
  const refused = await asks(cookies.maraToo)
  expect(refused).toMatchObject({
    status: 429,
    json: {
      error: { refusal: 'too-many', problem: expect.stringContaining('than the 5 '), remedy: expect.any(String) },
    },
  })
  expect(Number(refused.headers.get('retry-after'))).toBe(12)
  expect(JSON.stringify(await robin.isRefused('search', { query: 'purge' }))).toContain('than the 5 ')
  expect((await asks(cookies.ben)).status).toBe(200)
  house.later(1)
  expect((await asks(cookies.mara)).status).toBe(200)

  // Whoever is not signed in is counted by address, also with a session that has ended.
  const ended = await door.signIn(mara, '2020-01-01T00:00:00.000Z')
  const statuses = []
  for (const cookie of ['', 'whorl.session_token=made.up', ended, '', ended]) statuses.push((await asks(cookie)).status)
  expect(statuses).toEqual([401, 401, 401, 429, 429])
  const signIn = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  expect((await door.fetch('/api/auth/sign-in/email', signIn)).status).toBe(429)
  expect((await asks(cookies.ben)).status).toBe(200)
})

test('A refusal of a bound reads the same on the command line, and the folder’s owner may send as much as they like', async () => {
  const house = await openHouse({ bounds: withBounds({ space: { topics: 2 }, person: { requests: 1 } }) })
  const whorl = commandLineOf(house, null)
  for (const title of ['One', 'Two']) expect(await whorl('start-topic', '--title', title)).toMatchObject({ code: 0 })
  const { code, error } = await whorl('start-topic', '--title', 'Three')
  expect(code).not.toBe(0)
  expect(error).toContain('A space may have 2 topics')
})

test('Who founded the house makes spaces, and whom they name; others read whom to ask', async () => {
  const house = await openHouse()
  const { id } = await house.whorl.store.db.selectFrom('person').select('id').executeTakeFirstOrThrow()
  const founder = house.here({ id, name: 'Founder' })
  const [mara, ben, ana] = [
    await house.comes('Mara', 'owner'),
    await house.comes('Ben', 'owner'),
    await house.comes('Ana', 'reader'),
  ]
  const address = ({ id }: Somebody) => `${id}@example.org`
  expect((await founder.does('list-house', {})).mine).toBe('founder')
  expect(await mara.isRefused('create-space', { name: 'Mine' })).toMatchObject({
    kind: 'not-yours',
    remedy: 'Ask Founder.',
  })
  expect(await mara.isRefused('change-house-role', { email: address(mara), role: 'runs' })).toMatchObject({
    kind: 'not-yours',
  })
  // One who makes spaces names nobody; one who runs the house does, and all but the founder may be let go.
  await founder.does('change-house-role', { email: address(mara).toUpperCase(), role: 'makes-spaces' })
  await mara.does('create-space', { name: 'Mine' })
  expect((await mara.isRefused('change-house-role', { email: address(ben), role: 'runs' })).kind).toBe('not-yours')
  expect(await mara.does('list-house', {})).toMatchObject({ mine: 'makes-spaces', named: [], next: null })
  await founder.does('change-house-role', { email: address(ben), role: 'runs' })
  await ben.does('change-house-role', { email: address(ana), role: 'makes-spaces' })
  await ana.does('create-space', { name: 'Hers' })
  expect((await ben.isRefused('change-house-role', { email: address(founder), role: 'neither' })).field).toBe('email')
  expect((await ben.isRefused('change-house-role', { email: 'nobody@example.org', role: 'runs' })).field).toBe('email')
  const named = [...(await ben.does('list-house', { most: 2 })).named]
  const { next } = await ben.does('list-house', { most: 2 })
  named.push(...(await ben.does('list-house', { most: 2, after: next ?? '' })).named)
  expect(named.map(({ name, role }) => [name, role])).toEqual(
    expect.arrayContaining([
      ['Founder', 'founder'],
      ['Mara', 'makes-spaces'],
      ['Ben', 'runs'],
      ['Ana', 'makes-spaces'],
    ]),
  )
  await founder.does('change-house-role', { email: address(ben), role: 'neither' })
  expect((await ben.isRefused('create-space', { name: 'No more' })).kind).toBe('not-yours')
  // An example is everybody's own, and running the house opens no space.
  await ben.does('show-example', {})
  expect((await founder.does('list-spaces', {})).spaces.map(({ name }) => name)).toEqual(['Team'])
})

test('A data file of the earlier version has a founder, makers and totals as they are counted', async () => {
  const { place } = await earlierStore()
  const { house } = await reopenHouse(place)
  const { db } = house.whorl.store
  const first = await db.selectFrom('space').select('id').orderBy('made_at').orderBy('id').executeTakeFirstOrThrow()
  const people = db.selectFrom('membership').select('person_id').where('space_id', '=', first.id)
  const { person_id } = await people.orderBy('since').orderBy('person_id').executeTakeFirstOrThrow()
  expect(await db.selectFrom('house_role').select(['person_id', 'role']).execute()).toEqual([
    { person_id, role: 'founder' },
  ])
  expect(Object.values(notes.people).map(({ id }) => id)).toContain(person_id)
  expect(await db.selectFrom('space').select('id').where('made_by', 'is', null).execute()).toEqual([])
  await house.whorl.settle()
  expect(await recount(house.whorl, true)).toMatchObject({ right: true })
  expect((await db.selectFrom('space_usage').selectAll().where('sources', '>', 0).execute()).length).toBeGreaterThan(1)
})
