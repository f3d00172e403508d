/** Pages compiled of what sources speak of: whole, a little at a time, and around what people wrote. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { OPEN } from '../src/ba/index.ts'
import { keepPage, pageOf } from '../src/knowledge/index.ts'
import { houseOn, openHouse, type Somebody } from './house.ts'

const CACHE = `# Edge cache

This page tells you about the cache.

An edge cache is a store near its readers. It keeps what was asked for before.

## When to purge

Purge by key when one page is wrong. Never purge everything at noon.

## How to purge

Before you begin:

- tell support
- look at the queue

## See also

- [Origin](origin.md)
`
const ORIGIN = `# Origin shield

An origin shield is a cache that stands before the origin. Edge caches ask it first.

However, it is not a firewall.
`

const brings = (who: Somebody, name: string, text: string, area?: string) =>
  who.does('import-source', { name, text, ...(area && { area }) })
const textOf = async (who: Somebody, topic: string) => (await who.does('read-page-text', { topic })).markdown

test('A page says what it is, part by part, each paragraph cited, with links and without what nobody would write', async () => {
  const { whorl, comes } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  await brings(mara, 'cache.md', CACHE)
  await brings(mara, 'origin.md', ORIGIN)
  for (const title of ['Edge caches', 'Origin shield']) await mara.does('start-topic', { title })
  await whorl.settle()
  const cache = await textOf(mara, 'edge-caches')
  expect(cache.slice(cache.indexOf('# Edge caches'))).toBe(`# Edge caches

An edge cache is a store near its readers. It keeps what was asked for before. ^[cache.md:5]

## When to purge

Purge by key when one page is wrong. Never purge everything at noon. ^[cache.md:9]

## How to purge

Before you begin: ^[cache.md:13-16]

- tell support
- look at the queue
`)
  expect(cache).toContain('summary: An edge cache is a store near its readers. It keeps what was asked for before.')
  const shield = await textOf(mara, 'origin-shield')
  expect(shield).toContain('stands before the origin. [[Edge caches]] ask it first. ^[origin.md:3]')
  expect(shield).toContain('However, it is not a firewall. ^[origin.md:5]')
  expect(shield).not.toContain('[[Origin shield]]')
})

test('What two sources say in nearly the same words stands there once, with both', async () => {
  const { whorl, comes } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  await brings(mara, 'one.md', '# Drain\n\nA drain is the slow emptying of a pool before its work.\n')
  await brings(
    mara,
    'two.md',
    '# Drain\n\nA drain is the slow emptying of a pool before its works.\n\nA drain takes ten minutes in the old cluster.\n',
  )
  await mara.does('start-topic', { title: 'Drain' })
  await whorl.settle()
  const page = await textOf(mara, 'drain')
  expect(page.match(/slow emptying/g)).toHaveLength(2)
  expect(page).toMatch(/slow emptying of a pool before its works?\. \^\[(one\.md:3, two\.md:3|two\.md:3, one\.md:3)\]/)
  expect(page).toContain('takes ten minutes in the old cluster. ^[two.md:5]')
})

test('A changed or new source has only those pages compiled again of which it speaks, and the same text writes nothing', async () => {
  const { whorl, comes, later } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  await brings(mara, 'cache.md', CACHE)
  await brings(mara, 'origin.md', ORIGIN)
  for (const title of ['Edge caches', 'Origin shield']) await mara.does('start-topic', { title })
  await whorl.settle()
  const [cache, shield] = [await textOf(mara, 'edge-caches'), await textOf(mara, 'origin-shield')]
  const written = await jobsDone(whorl)
  later(1)
  await brings(
    mara,
    'purge.md',
    '# Notes of May\n\nWord.\n\n## Origin shield\n\nThe origin shield holds ten times what an edge holds.\n',
  )
  await whorl.settle()
  expect(await textOf(mara, 'edge-caches')).toBe(cache)
  expect(await textOf(mara, 'origin-shield')).not.toBe(shield)
  expect(await textOf(mara, 'origin-shield')).toContain('holds ten times what an edge holds. ^[purge.md:7]')
  // One reading, one page.
  expect((await jobsDone(whorl)) - written).toBe(2)
  const { page } = await mara.does('read-page', { topic: 'edge-caches' })
  await mara.does('recompile', { topic: 'edge-caches' })
  await whorl.settle()
  expect((await mara.does('read-page', { topic: 'edge-caches' })).page).toEqual(page)

  // A source whose text is another now is read again; one that is gone is no more spoken of.
  await whorl.store.write(({ db }) =>
    db
      .updateTable('source')
      .set({ text: CACHE.replace('near its readers', 'far away'), hash: 'other' })
      .where('name', '=', 'cache.md')
      .execute(),
  )
  await whorl.store.write(({ db }) => db.deleteFrom('source').where('name', '=', 'purge.md').execute())
  await brings(mara, 'beside.md', 'Beside.\n')
  await whorl.settle()
  expect(await textOf(mara, 'edge-caches')).toContain('An edge cache is a store far away.')
  expect(await textOf(mara, 'origin-shield')).not.toContain('purge.md')
})

const jobsDone = async (whorl: Awaited<ReturnType<typeof openHouse>>['whorl']) =>
  Number(
    (
      await whorl.store.db
        .selectFrom('job')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('done_at', 'is not', null)
        .executeTakeFirstOrThrow()
    ).n,
  )

test('A store from before its sources were read is read when it is opened', async () => {
  const { whorl, comes, place, space } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  await brings(mara, 'cache.md', CACHE)
  await mara.does('start-topic', { title: 'Edge caches' })
  await whorl.settle()
  const page = await textOf(mara, 'edge-caches')
  for (const table of ['passage', 'source_reading', 'page_version', 'page'])
    await sql`delete from ${sql.table(table)}`.execute(whorl.store.db)
  await whorl.close()
  const again = await houseOn(place, { space, ids: 'again' })
  await again.whorl.settle()
  expect((await textOf(again.here(mara), 'edge-caches')).replace(/At: .*/g, '')).toBe(page.replace(/At: .*/g, ''))
})

test('Sources of a closed area are heard in it and nowhere else; there they come before the open ones of their name', async () => {
  const { whorl, comes } = await openHouse()
  const mara = await comes('Mara', 'owner')
  const ben = await comes('Ben', 'member')
  const { slug: area } = await mara.does('make-area', { name: 'Incidents' })
  await brings(mara, 'cache.md', '# Edge cache\n\nAn edge cache is what failed in May, and nobody may know.\n', area)
  await brings(mara, 'cache.md', CACHE)
  await mara.does('start-topic', { title: 'Edge cache' })
  await mara.does('start-topic', { title: 'Edge cache', area })
  await mara.does('start-topic', { title: 'Readers', area })
  await whorl.settle()
  const open = await textOf(ben, 'edge-cache')
  expect(open).toContain('near its readers')
  expect(open).not.toMatch(/May|\[\[Readers/)
  const closed = await textOf(mara, `${area}/edge-cache`)
  expect(closed).toContain('what failed in May')
  expect(closed).not.toContain('a store near')
  expect(JSON.stringify(await ben.does('suggest-topics', {}))).not.toMatch(/Incidents|May/)
})

test('A few names that nobody has started are proposed with why; what I put aside is not said to me again', async () => {
  const { whorl, comes } = await openHouse()
  const [mara, ben] = [await comes('Mara', 'keeper'), await comes('Ben', 'member')]
  await brings(mara, 'cache.md', CACHE)
  await brings(mara, 'origin.md', `${ORIGIN}\nSee [[Failover drill]].\n`)
  await brings(mara, 'other.md', '# Overview\n\n[[Failover drill]] is done in June.\n')
  await whorl.settle()
  const { suggestions } = await ben.does('suggest-topics', {})
  const titles = suggestions.map(({ title }) => title)
  expect(titles).toEqual(expect.arrayContaining(['Edge cache', 'Origin shield', 'Failover drill']))
  expect(titles).not.toContain('Overview')
  expect(suggestions.length).toBeLessThanOrEqual(5)
  expect(suggestions.find(({ title }) => title === 'Edge cache')?.why).toMatchObject({
    how: 'title',
    sources: [{ title: 'cache.md' }],
  })

  const [first] = suggestions
  await ben.does('dismiss', { thing: first?.thing ?? '' })
  const { topic } = await ben.does('start-topic', { title: 'Failover drills' })
  await ben.does('ask', { topic: topic.id, words: 'Does the origin shield help?' })
  const left = (await ben.does('suggest-topics', {})).suggestions
  expect(left.map(({ title }) => title)).not.toContain(first?.title)
  expect(left.map(({ title }) => title)).not.toContain('Failover drill')
  expect(left.find(({ title }) => title === 'Origin shield')?.why.question ?? 'put aside').toMatch(
    /origin shield help|put aside/,
  )
  expect((await mara.does('suggest-topics', {})).suggestions.map(({ title }) => title)).toContain(first?.title)
})

test('A topic that was merged into another, or called otherwise, is heard under all its names', async () => {
  const { whorl, comes } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  const { topic: cache } = await mara.does('start-topic', { title: 'Edge store' })
  const { topic: shield } = await mara.does('start-topic', { title: 'Origin shield' })
  await mara.does('rename-topic', { topic: cache.id, title: 'Cache at the edge' })
  await mara.does('merge-topics', { from: shield.id, into: cache.id })
  await brings(mara, 'origin.md', ORIGIN)
  await brings(mara, 'store.md', '# Edge store\n\nAn edge store is emptied by hand on Mondays.\n')
  await whorl.settle()
  const page = await textOf(mara, 'cache-at-the-edge')
  expect(page).toContain('stands before the origin')
  expect(page).toContain('emptied by hand on Mondays')
  const titles = (await mara.does('suggest-topics', {})).suggestions.map(({ title }) => title)
  expect(titles).not.toContain('Origin shield')
})

test('A page that somebody wrote whole takes in what people confirm; what sources say, when somebody asks', async () => {
  const { whorl, comes } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  const whole =
    '---\ntitle: Edge cache\n---\n\n# Edge cache\n\nOurs stands near its readers. ^[cache.md:5]\n\nWe purge by key. ^[cache.md:9]\n'
  await brings(mara, 'cache.md', CACHE)
  await mara.does('import-page', { markdown: whole })
  await whorl.settle()
  await brings(mara, 'other.md', '# Other\n\n## Edge cache\n\nAn edge cache holds a tenth of what the shield holds.\n')
  await whorl.settle()
  expect(await textOf(mara, 'edge-cache')).toBe(whole)

  const { question } = await mara.does('ask', { topic: 'Edge cache', words: 'What do you watch?' })
  const { claims } = await mara.does('answer', { question, words: 'Watch the queue, not the load.' })
  await mara.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  await whorl.settle()
  await brings(mara, 'more.md', '# More\n\n## Edge cache\n\nThe edge cache was moved to the second floor.\n')
  await whorl.settle()
  const said = await textOf(mara, 'edge-cache')
  expect(said).toContain('Watch the queue, not the load.')
  expect(said.slice(0, said.indexOf('# Edge'))).toBe('---\ntitle: Edge cache\n---\n\n')
  for (const words of ['a tenth', 'second floor', 'tell support', 'Related']) expect(said).not.toContain(words)

  await mara.does('recompile', { topic: 'edge-cache' })
  await whorl.settle()
  const asked = await textOf(mara, 'edge-cache')
  for (const words of ['a tenth', 'second floor', 'tell support', 'Watch the queue']) expect(asked).toContain(words)
  // What the page cites already is not said a second time, neither now nor at the next compile.
  for (const line of [5, 9]) expect(asked.match(new RegExp(`cache\\.md:${line}\\]`, 'g'))).toHaveLength(1)
  await brings(mara, 'last.md', '# Last\n\n## Edge cache\n\nThe edge cache is emptied by hand on Mondays.\n')
  await whorl.settle()
  const later = await textOf(mara, 'edge-cache')
  expect(later).toContain('emptied by hand on Mondays')
  for (const line of [5, 9]) expect(later.match(new RegExp(`cache\\.md:${line}\\]`, 'g'))).toHaveLength(1)
})

test('A page of headings alone is somebody’s plan: what sources say is put into it', async () => {
  const { whorl, comes } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  await mara.does('import-page', { markdown: '---\ntitle: Edge cache\n---\n\n# Edge cache\n\n## How to purge\n' })
  await brings(mara, 'cache.md', CACHE)
  await whorl.settle()
  expect(await textOf(mara, 'edge-cache')).toContain('An edge cache is a store near its readers.')
})

test('A page that is asked for while it is put together is put together as it was asked for', async () => {
  const { whorl, comes } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  await mara.does('import-page', { markdown: '---\ntitle: Edge cache\n---\n\nOurs.\n' })
  await brings(mara, 'cache.md', CACHE)
  await Promise.all([whorl.settle(), mara.does('recompile', { topic: 'edge-cache' })])
  await whorl.settle()
  expect(await textOf(mara, 'edge-cache')).toContain('An edge cache is a store near its readers.')
})

test('Of two that keep a first page of a topic one is told that it came second, and the page stays', async () => {
  const { whorl, comes, space, now } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  const { topic } = await mara.does('start-topic', { title: 'Zebra' })
  const page = {
    space_id: space.id,
    topic_id: topic.id,
    area_id: OPEN,
    markdown: 'First.\n',
    base: '',
    html: '<p>First.</p>',
    summary: '',
    tags: '[]',
    targets: '[]',
    version: 1,
    updated_at: now(),
    updated_by: null,
  }
  const keep = (markdown: string) => whorl.store.write((tx) => keepPage(tx, { ...page, markdown }, null))
  expect([await keep('First.\n'), await keep('Second.\n')]).toEqual([true, false])
  expect((await whorl.store.read((tx) => pageOf(tx, space.id, topic.id)))?.markdown).toBe('First.\n')
})
