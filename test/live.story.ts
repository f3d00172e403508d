/** What changes is told as it happens, to whoever may hear of it, and tells nobody anything of what they may not. */
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import { expect, test, vi } from 'vitest'
import { openReactions } from '../src/ledger/index.ts'
import { openWhorl } from '../src/whorl.ts'
import { afterwards } from './afterwards.ts'
import { brokenJob } from './broken-job.ts'
import { doorOf } from './door.ts'
import { houseOn, openHouse } from './house.ts'
import { type Stream, streamOf } from './streams.ts'

async function opened() {
  const house = await openHouse()
  const door = doorOf(house, { heartbeatMs: 20 })
  const mara = await house.comes('Mara', 'owner')
  const ben = await house.comes('Ben', 'member')
  const hears = async (who: { id: string }, more = {}) => streamOf(door, await door.signIn(who), more)
  const told = async () => {
    await house.whorl.settle()
    await house.whorl.told()
  }
  return { house, door, mara, ben, hears, told }
}

test('Whoever is in a space hears which nouns changed, by their ids and topics, and what followed from it', async () => {
  const { mara, ben, hears, told } = await opened()
  const stream = await hears(ben)
  expect(stream.status).toBe(200)
  const { topic } = await mara.does('start-topic', { title: 'Cache purge' })
  await mara.does('import-source', { name: 'a.md', text: '# Cache purge\n\nA cache purge empties the cache.\n' })
  await told()
  const news = stream.news()
  expect(news[0]).toMatchObject({ event: 'changed', nouns: { topic: [topic.id] }, topics: [topic.id] })
  expect(news.map(({ nouns }) => nouns)).toContainEqual({ page: [topic.id], compiling: [topic.id] })
  // No place in the space's order is told, and nobody's name.
  expect(stream.text()).not.toMatch(/seq|Mara|purge/)
})

test('Whoever comes by an invitation is told to all, and their area to those who are in it', async () => {
  const { house, mara, ben, hears, told } = await opened()
  const { slug } = await mara.does('make-area', { name: 'Board room' })
  const { path } = await mara.does('invite', { areas: [slug] })
  await told()
  const [mine, theirs] = [await hears(mara), await hears(ben)]
  const given = { token: path.split('#')[1] ?? '', name: 'Pia', email: 'pia@example.org', password: 'Pia likes walks' }
  await house.whorl.signIn.enter(given, new Headers(), null)
  await told()
  expect(theirs.news().map(({ nouns }) => Object.keys(nouns))).toEqual([['member']])
  expect(mine.news().map(({ nouns }) => Object.keys(nouns).sort())).toEqual([['area', 'invitation', 'member']])
  const { people } = await ben.does('list-people', {})
  expect(theirs.news()[0]?.nouns.member).toEqual([people.find(({ name }) => name === 'Pia')?.id])
})

test('What is one person’s own is told to them and to nobody else', async () => {
  const { mara, ben, hears, told } = await opened()
  const [mine, theirs] = [await hears(mara), await hears(ben)]
  const { puzzle } = await mara.does('puzzled', { words: 'Why two bells?' })
  await told()
  expect(mine.news().map(({ nouns }) => nouns)).toEqual([{ puzzle: [puzzle.id] }])
  expect(theirs.news()).toEqual([])
})

/** What the answer of a writing act says that it changed. */
const changedIn = ({ headers }: { headers: Headers }) =>
  JSON.parse(headers.get('whorl-changed') ?? 'null') as { id: string; nouns: string[]; topics: string[] }[] | null

test('The answer of a writing act says what it changed, as the stream does, to whoever may hear of it', async () => {
  const { house, door, mara, ben, hears, told } = await opened()
  const stream = await hears(mara)
  const [cookie, bens] = [await door.signIn(mara), await door.signIn(ben)]
  const started = await door.does(cookie, 'team', 'start-topic', { title: 'Cache purge' })
  const topic = started.json.topic.id
  await house.whorl.told()
  const [news] = stream.news()
  expect(changedIn(started)).toEqual([{ id: news?.id, nouns: ['topic'], topics: [topic] }])
  // The request is for Ben to hear of; whoever made it hears of the question.
  const asked = await door.does(cookie, 'team', 'ask', { topic, words: 'How is it purged?', of: ben.id })
  expect(changedIn(asked)).toEqual([{ id: expect.any(String), nouns: ['question'], topics: [topic] }])
  // What an agent proposed and is done has an entry of its own beside.
  const { json } = await door.does(cookie, 'team', 'propose', {
    act: 'ask',
    input: { topic, words: 'And at night?' },
    agent: 'Robin',
  })
  const accepted = await door.does(cookie, 'team', 'accept-proposal', { proposal: json.proposal })
  expect(changedIn(accepted)?.map(({ nouns }) => nouns)).toEqual([['question'], ['proposal']])
  // One who makes an area sees it from then on.
  const made = await door.does(cookie, 'team', 'make-area', { name: 'Board room' })
  expect(changedIn(made)?.map(({ nouns }) => nouns)).toEqual([['area']])
  const puzzled = await door.does(bens, 'team', 'puzzled', { words: 'Why two bells?' })
  expect(changedIn(puzzled)?.map(({ nouns }) => nouns)).toEqual([['puzzle']])
  // The same wish again changes nothing, and what it changed is not known any more; one that reads changes nothing.
  const wish = { title: 'Night shift', key: 'one' }
  expect(changedIn(await door.does(cookie, 'team', 'start-topic', wish))).toHaveLength(1)
  expect(changedIn(await door.does(cookie, 'team', 'start-topic', wish))).toBeNull()
  expect(changedIn(await door.does(cookie, 'team', 'list-topics', {}))).toBeNull()
  await told()
})

test('A write on many topics names none of them in its answer, which means any', async () => {
  const { door, mara } = await opened()
  const files = Array.from({ length: 60 }, (_, n) => ({ path: `Page ${n}.md`, text: `# Page ${n}\n\nWords.\n` }))
  const brought = await door.does(await door.signIn(mara), 'team', 'import-files', { files, from: 'vault' })
  const [news] = changedIn(brought) ?? []
  expect(news?.nouns).toEqual(expect.arrayContaining(['topic', 'page']))
  expect(news?.topics).toEqual([])
})

/** What a stranger hears of one afternoon; between the things they may see, others write what they may not. */
async function afternoon(hidden: boolean): Promise<string> {
  const house = await openHouse()
  const door = doorOf(house, { heartbeatMs: 1_000_000 })
  const mara = await house.comes('Mara', 'owner')
  const ben = await house.comes('Ben', 'member')
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  await house.whorl.settle()
  const cookie = await door.signIn(ben)
  // In a process of its own, so that its ids are no reason for others.
  const beside = await houseOn(house.place, { space: house.space, ids: 'beside' })
  await beside.whorl.settle()
  const stream = await streamOf(door, cookie)
  for (const title of ['One', 'Two', 'Three']) {
    if (hidden) {
      const maraThere = beside.here(mara)
      const { topic } = await maraThere.does('start-topic', { title: `Hidden ${title}`, area })
      await maraThere.does('ask', { topic: topic.id, words: 'How is it hidden?' })
      await maraThere.does('import-page', { markdown: `---\ntitle: Board ${title}\n---\n\nHidden.\n`, area })
      await maraThere.does('puzzled', { words: 'And why?' })
      await beside.whorl.settle()
    }
    house.whorl.lookAround()
    const { topic } = await mara.does('start-topic', { title })
    await house.whorl.settle()
    await mara.does('import-page', { markdown: `---\ntitle: Page ${title}\n---\n\nWords.\n` })
    await house.whorl.settle()
    await mara.does('ask', { topic: topic.id, words: 'How?' })
    await house.whorl.settle()
    await house.whorl.told()
  }
  expect(stream.news().length).toBeGreaterThan(8)
  return stream.text()
}

test('A stranger’s stream is the same to the byte with and without a hidden write', async () => {
  expect(await afternoon(true)).toBe(await afternoon(false))
})

test('A stream that broke off goes on after the last news; from a place that is unknown, all is read anew', async () => {
  const { house, door, mara, ben, hears, told } = await opened()
  const first = await hears(ben)
  await mara.does('start-topic', { title: 'One' })
  await told()
  const last = first.news().at(-1)?.id ?? ''
  await first.leave()
  const { topic: two } = await mara.does('start-topic', { title: 'Two' })
  const { puzzle } = await mara.does('puzzled', { words: 'Why two bells?' })
  const { topic: three } = await mara.does('start-topic', { title: 'Three' })
  await told()
  const again = await hears(ben, { after: last })
  await told()
  const heard = again.news().map(({ nouns }) => nouns.topic?.[0])
  expect(heard.filter(Boolean)).toEqual([two.id, three.id])
  expect(again.text()).not.toContain('everything')
  const { id: hidden } = await house.whorl.store.db
    .selectFrom('journal')
    .select('id')
    .where('changed', 'like', `%${puzzle.id}%`)
    .executeTakeFirstOrThrow()
  for (const after of ['nowhere', 'no-such-id', hidden ?? '']) {
    const anew = await hears(ben, { after })
    await told()
    expect(anew.news().map(({ event }) => event)).toEqual(['everything'])
    await anew.leave()
  }
  // Whoever opens a stream for another, as a tab does whose browser has no more of the one before, says it in the address.
  const there = await streamOf(door, await door.signIn(ben), { address: `?after=${last}` })
  await told()
  expect(there.news().map(({ nouns }) => nouns.topic?.[0])).toEqual(heard)
  await there.leave()
  house.later(1)
  const late = await hears(ben, { after: last })
  await told()
  expect(late.news().map(({ event }) => event)).toEqual(['everything'])
})

test('A stream is over for whoever signs out, is removed, or loses an area; who is let in reads everything anew', async () => {
  const { house, door, mara, ben, told } = await opened()
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  const stream = await streamOf(door, await door.signIn(ben))
  await mara.does('let-in', { area, person: ben.id })
  await told()
  expect(stream.news().map(({ event }) => event)).toContain('everything')
  const db = house.whorl.store.db
  await db.deleteFrom('area_member').where('person_id', '=', ben.id).execute()
  await stream.over

  const cookie = await door.signIn(ben)
  const signedIn = await streamOf(door, cookie)
  expect(
    (
      await door.fetch('/api/auth/sign-out', {
        method: 'POST',
        cookie,
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
    ).status,
  ).toBe(200)
  await signedIn.over
  expect((await streamOf(door, cookie)).status).toBe(401)

  const member = await streamOf(door, await door.signIn(ben))
  await db.deleteFrom('membership').where('person_id', '=', ben.id).execute()
  await member.over
  expect((await streamOf(door, await door.signIn(ben))).status).toBe(404)
})

test('Signing out ends a stream at once, however long the heartbeat is; the others go on', async () => {
  const { house, mara, ben } = await opened()
  const door = doorOf(house, { heartbeatMs: 1_000_000 })
  const cookie = await door.signIn(ben)
  const [gone, stays] = [await streamOf(door, cookie), await streamOf(door, await door.signIn(ben))]
  const headers = { 'content-type': 'application/json' }
  await door.fetch('/api/auth/sign-out', { method: 'POST', cookie, headers, body: '{}' })
  await gone.over
  await mara.does('start-topic', { title: 'Cache purge' })
  await house.whorl.settle()
  await house.whorl.told()
  expect([gone.news().length, stays.news().length > 0]).toEqual([0, true])
})

test('Nobody hears without having signed in, nor in a space that is not theirs, nor in more places than a person sits', async () => {
  const { house, door, ben, hears } = await opened()
  expect((await streamOf(door, '')).status).toBe(401)
  expect((await streamOf(door, await door.signIn(ben), { space: 'elsewhere' })).status).toBe(404)
  const owner = { authorization: 'Bearer the owner of the folder' }
  expect((await door.fetch('/api/team/live', { headers: owner })).json.error).toMatchObject({ refusal: 'not-yours' })
  const streams = []
  for (let n = 0; n < 8; n++) streams.push(await hears(ben))
  expect((await hears(ben)).status).toBe(429)
  await streams[0]?.leave()
  expect((await hears(ben)).status).toBe(200)
  // A house that stops waits for none of them.
  house.whorl.stopLive()
  await Promise.all(streams.slice(1).map(({ over }) => over))
})

test('A reader who does not read is let go', async () => {
  const { door, mara, ben, house } = await opened()
  const headers = { host: 'whorl.test', cookie: await door.signIn(ben) }
  const { body } = await door.app.request(new Request('http://whorl.test/api/team/live', { headers }))
  for (let n = 0; n < 300; n++) await mara.does('start-topic', { title: `Topic ${n}` })
  await house.whorl.told()
  const reader = body?.getReader()
  let read = 0
  while (!(await reader?.read())?.done) read++
  // It was ended long before it had heard of all of them.
  expect(read).toBeLessThan(300)
})

test('What another process on the same store writes is heard', async () => {
  const { house, mara, ben } = await opened()
  const other = await openWhorl({
    place: house.place,
    secret: 'a secret of this test',
    secure: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    scratch: tmpdir(),
    now: house.now,
    newId: uuidv7,
    apart: true,
    log: () => {},
  })
  afterwards(() => other.close())
  const door = doorOf({ ...house, whorl: other })
  const stream = await streamOf(door, await door.signIn(ben))
  const { topic } = await mara.does('start-topic', { title: 'Elsewhere' })
  // PostgreSQL says so itself; one file has one server, and is looked at.
  if (other.store.kind === 'sqlite') other.lookAround()
  await vi.waitFor(() => expect(stream.news()[0]?.nouns).toEqual({ topic: [topic.id] }), { timeout: 20_000 })
})

/** What each stream was told of one noun, in order. */
const toldOf = (noun: string, ...streams: Stream[]) =>
  streams.map((stream) => stream.news().flatMap(({ nouns }) => nouns[noun] ?? []))

test('How far a scan is, and that it is done, is told to whoever brought it and to nobody else', async () => {
  const { mara, ben, hears, told } = await opened()
  const { scan } = await mara.does('begin-scan', { name: 'notes' })
  const text = '# Deploys\n\nThere will be sensible reasons not to follow this rule.\n'
  const bytes = Buffer.from(JSON.stringify({ documents: [{ path: 'deploys.md', text }] })).toString('base64')
  await mara.does('send-scan-part', { scan, part: 0, bytes })
  await told()
  const [mine, theirs] = [await hears(mara), await hears(ben)]
  await mara.does('scan', { scan })
  await told()
  const [heard = [], others] = toldOf('scan', mine, theirs)
  // Wished, then further at least once, then done.
  expect(heard.length).toBeGreaterThanOrEqual(3)
  expect(new Set(heard)).toEqual(new Set([scan]))
  expect(others).toEqual([])
  expect(theirs.text()).not.toContain(scan)
  expect((await mara.does('read-scan', { scan })).scan.state).toBe('scanned')
})

test('What failed is told to the owners, when it is parked and when it is no more, and to nobody else', async () => {
  const { house, mara, ben, hears, told } = await opened()
  const ana = await house.comes('Ana', 'owner')
  const streams = [await hears(mara), await hears(ana), await hears(ben)]
  await mara.does('start-topic', { title: 'Cache purge' })
  await told()
  let broken = true
  const breaks = async () => {
    if (broken) throw new Error('It is broken.')
  }
  const moment = { now: house.now, newId: uuidv7 }
  const following = openReactions(house.whorl.store, moment, [{ name: 'breaks', on: ['topic'], run: breaks }], {
    followed: () => {},
    failed: () => {},
  })
  afterwards(() => following.stop())
  await following.settle()
  await told()
  const [{ seq = 0 } = {}] = (await ana.does('list-parked', {})).parked
  const parked = `breaks ${seq}`
  expect(toldOf('parked', ...streams)).toEqual([[parked], [parked], []])
  broken = false
  await mara.does('retry-parked', { reaction: 'breaks', seq })
  following.poke()
  await following.settle()
  await told()
  // That it is to be tried again, and that it went through.
  const thrice = [parked, parked, parked]
  expect(toldOf('parked', ...streams)).toEqual([thrice, thrice, []])
  expect((await ana.does('list-parked', {})).parked).toEqual([])
})

test('A compile that failed for good is told to all who see the topic as its end, and to the owners as parked', async () => {
  const { house, mara, ben, hears, told } = await opened()
  const { topic } = await mara.does('start-topic', { title: 'Cache purge' })
  await told()
  const [owners, others] = [await hears(mara), await hears(ben)]
  const broken = brokenJob(house.space.id, topic.id, house.now())
  await house.whorl.store.write(({ db }) => db.insertInto('job').values(broken).execute())
  expect((await ben.does('read-page', { topic: topic.id })).compiling).toBe(true)
  await told()
  expect((await ben.does('read-page', { topic: topic.id })).compiling).toBe(false)
  expect(toldOf('compiling', owners, others)).toEqual([[topic.id], [topic.id]])
  expect(toldOf('parked', owners, others)).toEqual([['job:broken 0'], []])
  // Tried again, it is being put together again, and comes to an end.
  await mara.does('retry-parked', { reaction: 'job:broken', seq: 0 })
  await told()
  expect(toldOf('compiling', others)).toEqual([[topic.id, topic.id, topic.id]])
  expect(toldOf('parked', owners, others)).toEqual([['job:broken 0', 'job:broken 0'], []])
  expect(house.faults).toHaveLength(1)
})
