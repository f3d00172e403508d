/** A source that was brought in again: what only moved is followed, what changed is marked until somebody says that it holds. */
import { beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'

let house: House
let mara: Somebody
let ben: Somebody

beforeEach(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'keeper')
  ben = await house.comes('Ben', 'member')
})

const FIRST = '# Runbook\n\nA purge takes ten minutes.\n\nAsk Jun first.\n\nNever on a Friday.\n'
const SECOND = '# Runbook\n\nRead all of it.\n\nA purge takes ninety minutes.\n\nAsk Jun first.\n\nNever on a Friday.\n'
const PAGE = '---\ntitle: Purging\n---\n\nIt takes ten minutes. ^[run.md:3]\n\nAsk first. ^[run.md:5, 7]\n'

const brings = (text: string, replaces?: string) =>
  mara.does('import-source', { name: 'run.md', text, ...(replaces && { replaces }) })

async function citedOn(topic: string) {
  const { page, citations } = await ben.does('read-page', { topic })
  return { version: page?.version ?? 0, citations }
}

async function changedRunbook() {
  const { source } = await brings(FIRST)
  await mara.does('import-page', { markdown: PAGE })
  await house.whorl.settle()
  house.later(1)
  expect(await brings(SECOND, source)).toEqual({ source, name: 'run.md', already: false })
  await house.whorl.settle()
  return source
}

test('Lines that only moved are followed, and lines that changed are marked with both wordings', async () => {
  await changedRunbook()
  const { citations } = await citedOn('purging')
  expect(citations.map(({ fromLine, changed }) => [fromLine, changed])).toMatchObject([
    [5, { was: 'A purge takes ten minutes.', now: 'A purge takes ninety minutes.', fromLine: 3, toLine: 3 }],
    [7, null],
    [9, null],
  ])
  // Which words are others now is told apart from those that stayed.
  expect(citations[0]?.changed?.spans.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'taken-out', text: 'ten' },
    { kind: 'added', text: 'ninety' },
  ])
  const { kinds } = await ben.does('check-pages', {})
  expect(kinds.map(({ kind }) => kind)).toEqual(['cited-lines-changed'])
  expect(kinds[0]?.problems).toMatchObject([
    {
      topic: { title: 'Purging' },
      line: 5,
      cited: { name: 'run.md', fromLine: 3, now: 'A purge takes ninety minutes.' },
    },
  ])
})

test('Somebody says that it still holds, and the page cites the lines as they are now', async () => {
  await changedRunbook()
  const { version } = await citedOn('purging')
  const said = { topic: 'purging', name: 'run.md', fromLine: 3, toLine: 3 }
  expect((await ben.isRefused('still-holds', { ...said, version: version + 1 })).kind).toBe('clash')
  expect((await ben.isRefused('still-holds', { ...said, version, fromLine: 5, toLine: 5 })).kind).toBe('absent')
  await ben.does('still-holds', { ...said, version })
  const { markdown } = await ben.does('read-page-text', { topic: 'purging' })
  expect(markdown).toBe(PAGE.replace('run.md:3', 'run.md:5').replace('run.md:5, 7', 'run.md:7, run.md:9'))
  const { citations } = await citedOn('purging')
  expect(citations.map(({ fromLine, changed }) => [fromLine, changed])).toEqual([
    [5, null],
    [7, null],
    [9, null],
  ])
  expect((await ben.does('check-pages', {})).kinds).toEqual([])
})

test('A page that is edited elsewhere keeps its marks; a citation that is written anew means the source as it is now', async () => {
  await changedRunbook()
  const { version } = await citedOn('purging')
  const markdown = `${PAGE}\nRead all of it. ^[run.md:4]\n`
  await ben.does('edit-page', { topic: 'purging', version, markdown })
  const { citations } = await citedOn('purging')
  expect(citations.map(({ fromLine, changed }) => [fromLine, changed !== null])).toEqual([
    [5, true],
    [7, false],
    [9, false],
    [4, false],
  ])
})

test('A compiled page takes up the new words, and nothing is marked', async () => {
  const topic = (await mara.does('start-topic', { title: 'Purge' })).topic.id
  const { source } = await brings('A purge is a quick emptying of the cache.\n')
  await house.whorl.settle()
  expect((await ben.does('read-page-text', { topic })).markdown).toContain(
    'A purge is a quick emptying of the cache. ^[run.md:1]',
  )
  await brings('Read this.\n\nA purge is a slow emptying of the cache.\n', source)
  await house.whorl.settle()
  const { markdown } = await ben.does('read-page-text', { topic })
  expect(markdown).toContain('A purge is a slow emptying of the cache. ^[run.md:3]')
  expect(markdown).not.toContain('quick')
  const { citations } = await citedOn(topic)
  expect(citations.map(({ fromLine, changed }) => [fromLine, changed])).toEqual([[3, null]])
})

test('The same text again is no new version, and what is no document cannot be replaced', async () => {
  const { source } = await brings(FIRST)
  expect(await brings(FIRST, source)).toEqual({ source, name: 'run.md', already: true })
  const { topic } = await mara.does('start-topic', { title: 'Purge' })
  const { question } = await ben.does('ask', { topic: topic.id, words: 'How?' })
  const answered = await mara.does('answer', { question, words: 'By hand.' })
  const refusal = await mara.isRefused('import-source', { name: 'a.md', text: 'A.', replaces: answered.source })
  expect([refusal.kind, refusal.field]).toEqual(['absent', 'replaces'])
})

test('A page that is brought back cites its sources as they were when it cited them', async () => {
  await changedRunbook()
  const marked = async (topic = 'purging') =>
    (await citedOn(topic)).citations.map(({ fromLine, changed }) => [fromLine, changed?.was ?? null])
  const before = [
    [5, 'A purge takes ten minutes.'],
    [7, null],
    [9, null],
  ]
  expect(await marked()).toEqual(before)
  const empty = '---\ntitle: Purging\n---\n\nNothing.\n'
  // Once over the first, and once over one that was saved when the source had changed.
  for (const restore of [1, 3]) {
    const { version } = await ben.does('read-page-text', { topic: 'purging' })
    await ben.does('edit-page', { topic: 'purging', version, markdown: empty })
    await ben.does('restore-page', { topic: 'purging', version: version + 1, restore })
    await house.whorl.settle()
    expect(await marked()).toEqual(before)
    house.later(1)
  }
})

test('Words that go to another page by joining, parting or splitting cite what they cited', async () => {
  await changedRunbook()
  const cites = async (topic: string) =>
    (await citedOn(topic)).citations.flatMap(({ changed }) => (changed ? [changed.was] : []))
  const was = ['A purge takes ten minutes.']
  const { topic: other } = await mara.does('import-page', { markdown: '---\ntitle: Flushing\n---\n\nIt is loud.\n' })
  const { topic: from } = await ben.does('read-page', { topic: 'purging' })
  await ben.does('merge-topics', { from: from.id, into: other.id })
  await house.whorl.settle()
  expect(await cites('flushing')).toEqual(was)
  await ben.does('part-topics', { topic: from.id })
  await ben.does('merge-topics', { from: other.id, into: from.id })
  await ben.does('part-topics', { topic: other.id })
  await house.whorl.settle()
  expect(await cites('purging')).toEqual(was)
  const { version, blocks } = await ben.does('list-parts', { topic: 'purging' })
  const goes = blocks.filter(({ words }) => words.includes('ten minutes')).map(({ n }) => n)
  await ben.does('split-topic', { topic: 'purging', title: 'How long', version, blocks: goes, claims: [] })
  await house.whorl.settle()
  expect(await cites('how-long')).toEqual(was)
})
