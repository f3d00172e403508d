/** A page edited by people: seen before it is saved, completed, merged when two save at once, and brought back. */
import { beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'

let house: House
let mara: Somebody
let ben: Somebody
let ana: Somebody

beforeEach(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'keeper')
  ben = await house.comes('Ben', 'member')
  ana = await house.comes('Ana', 'member')
})

const topic = 'cache-purge'
const page = (body: string, front = '') => `---\ntitle: Cache purge\n${front}---\n\n${body}\n`
const brought = (body: string, front = '') => mara.does('import-page', { markdown: page(body, front) })
const saves = async (who: Somebody, body: string, front = '') => {
  const { version } = await who.does('read-page-text', { topic })
  return who.does('edit-page', { topic, version, markdown: page(body, front) })
}
const bodyNow = async () =>
  (await ben.does('read-page-text', { topic })).markdown.replace(/^---[\s\S]*?---\s*/, '').trim()

async function said(words: string) {
  const { question, request } = await ben.does('ask', { topic, words: 'How?', of: mara.id })
  const { claims, source } = await mara.does('answer', { question, words, request: request ?? '' })
  await mara.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  await house.whorl.settle()
  return { claims, source }
}

test('A page is seen as it will be, and what reaches nothing is marked where it stands', async () => {
  await brought('Old.')
  await mara.does('import-source', { name: 'run.md', text: 'One.\nTwo.\n' })
  await mara.does('start-topic', { title: 'Edge' })
  const markdown = page(
    'See [[Edge]] and [[Later]]. ^[run.md:2]\n\nNot <script>no()</script> ^[run.md:3] ^[none.md]',
    'tags: [x]\n',
  )
  const seen = await ben.does('preview-page', { topic, markdown })
  expect(seen.links).toEqual({ Edge: 'edge', Later: null })
  expect(seen.html).not.toContain('<script')
  expect(seen.fields).toEqual({ summary: '', tags: ['x'], aliases: [], review: { field: 'reviewBy', day: '' } })
  expect(seen.citations.map(({ name, title }) => [name, title === null])).toEqual([
    ['run.md', false],
    ['run.md', false],
    ['none.md', true],
  ])
  expect(seen.marks.map(({ at, kind, name }) => [markdown.slice(at, at + 4), kind, name])).toEqual([
    ['[[La', 'wanted', 'Later'],
    ['^[ru', 'past-the-end', 'run.md'],
    ['^[no', 'no-source', 'none.md'],
  ])
  expect(await bodyNow()).toBe('Old.')
  const no = await ben.isRefused('preview-page', { topic, markdown: '---\ntitle: [\n---\n' })
  expect(no.field).toBe('markdown')
})

test('What nobody has confirmed is cited by nobody, and not offered', async () => {
  await brought('Old.')
  const { question } = await ben.does('ask', { topic, words: 'How?', of: mara.id })
  const { source } = await mara.does('answer', { question, words: 'Drain it first. Then purge.' })
  const { sources } = await mara.does('list-sources', {})
  const name = sources.find(({ id }) => id === source)?.name ?? ''
  for (const who of [mara, ben]) {
    const { marks } = await who.does('preview-page', { topic, markdown: page(`So. ^[${name}:9]`) })
    expect(marks.map(({ kind }) => kind)).toEqual(['no-source'])
    expect((await who.does('complete-citation', { topic, words: '' })).sources).toEqual([])
    await who.isRefused('complete-citation', { topic, words: '', source })
  }
})

test('Links are completed by title, by other names, and behind # by headings', async () => {
  await brought('# Cache purge\n\n## Steps\n\nGo.\n\n## When it is hard\n\nWait.', 'aliases: [CP, Emptying]\n')
  const { topic: edge } = await mara.does('start-topic', { title: 'Edge | cold' })
  const from = edge.id
  const links = async (words: string) => {
    const { topics, headings } = await ben.does('complete-link', { topic: from, words })
    return [...topics.map(({ link, alias }) => [link, alias]), ...headings.map(({ link }) => [link])]
  }
  expect(await links('cac')).toEqual([['Cache purge', null]])
  expect(await links('pur')).toEqual([['Cache purge', null]])
  expect(await links('empty')).toEqual([['Cache purge', 'emptying']])
  expect(await links('edge')).toEqual([])
  expect(await links('Cache purge#har')).toEqual([['Cache purge#When it is hard']])
  const { topics } = await ben.does('complete-link', { topic, words: 'cold' })
  expect(topics.map(({ link }) => link)).toEqual(['edge-cold|Edge   cold'])
  const { links: reached } = await ben.does('preview-page', { topic, markdown: page(`[[${topics[0]?.link}]]`) })
  expect(Object.values(reached)).toEqual(['edge-cold'])
})

test('Citations are completed by source, then by the words of its lines', async () => {
  await brought('Old.')
  await mara.does('import-source', {
    name: 'run.md',
    title: 'Edge runbook',
    text: '---\nx: 1\n---\n# Edge\n\nDrain it.\nPurge it.\n',
  })
  const { sources } = await ben.does('complete-citation', { topic, words: 'runbook edge' })
  expect(sources.map(({ name }) => name)).toEqual(['run.md'])
  const source = sources[0]?.id ?? ''
  const all = await ben.does('complete-citation', { topic, words: '', source })
  expect(all.lines).toEqual([
    { n: 4, text: '# Edge' },
    { n: 6, text: 'Drain it.' },
    { n: 7, text: 'Purge it.' },
  ])
  expect((await ben.does('complete-citation', { topic, words: 'purge', source })).lines).toEqual([
    { n: 7, text: 'Purge it.' },
  ])
})

test('On an open page nobody is offered what a closed area holds, also not who is in it', async () => {
  await brought('Old.')
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  const { topic: closed } = await mara.does('start-topic', { title: 'Zebra', area })
  await mara.does('import-source', { name: 'zebra.md', text: 'Stripes.\n', area })
  expect(await mara.does('complete-link', { topic, words: 'zeb' })).toEqual({ topics: [], headings: [] })
  expect((await mara.does('complete-citation', { topic, words: 'zeb' })).sources).toEqual([])
  const inside = await mara.does('complete-citation', { topic: closed.id, words: 'zeb' })
  expect(inside.sources.map(({ name }) => name)).toEqual(['zebra.md'])
  const source = inside.sources[0]?.id ?? ''
  expect((await mara.isRefused('complete-citation', { topic, words: '', source })).kind).toBe('absent')
  const { marks } = await mara.does('preview-page', { topic, markdown: page('So. ^[zebra.md:1]') })
  expect(marks.map(({ kind }) => kind)).toEqual(['no-source'])
})

test('Of two who save at once the second is shown what the first wrote, and nobody’s words are lost', async () => {
  await brought('One.\n\nTwo.\n\nThree.')
  const { version } = await ben.does('read-page-text', { topic })
  await saves(ana, 'One.\n\nTwo, says Ana.\n\nThree, says Ana.')
  const mine = page('One, says Ben.\n\nTwo, says Ben.\n\nThree.')
  expect((await ben.isRefused('edit-page', { topic, version, markdown: mine })).kind).toBe('clash')
  const merged = await ben.does('merge-page-text', { topic, version, markdown: mine })
  expect(merged.by?.name).toBe('Ana')
  expect(merged.parts.filter(({ kind }) => kind === 'both').map(({ text, theirs }) => [text, theirs])).toEqual([
    ['Two, says Ben.\n\n', 'Two, says Ana.\n\n'],
  ])
  const markdown = merged.parts.map(({ text, theirs }) => text + (theirs ?? '')).join('')
  await ben.does('edit-page', { topic, version: merged.version, markdown })
  expect(await bodyNow()).toBe('One, says Ben.\n\nTwo, says Ben.\n\nTwo, says Ana.\n\nThree, says Ana.')
})

test('History says who did what under which heading, and an earlier version comes back over the one that was read', async () => {
  await brought('# Cache purge\n\nIt is quick.\n\n## Steps\n\nDrain it.')
  await saves(ben, '# Cache purge\n\nIt is quick.\n\n## Steps\n\nDrain it twice.')
  await saves(ana, '# Cache purge\n\nIt is quick.\n\n## Steps\n\nDrain it twice.\n\nWait.', 'tags: [edge]\n')
  const { versions, next } = await ben.does('page-history', { topic })
  expect(next).toBe(null)
  expect(versions.map(({ by, did, under, fields, first, now }) => [by?.name, did, under, fields, first, now])).toEqual([
    ['Ana', 'added', ['Steps'], ['tags'], false, true],
    ['Ben', 'changed', ['Steps'], [], false, false],
    ['Mara', 'nothing', [], [], true, false],
  ])
  const { changes, now } = await ben.does('page-version', { topic, version: 2 })
  expect(changes.find(({ kind }) => kind === 'changed')?.spans).toEqual([
    { kind: 'same', text: 'Drain it' },
    { kind: 'added', text: ' twice' },
    { kind: 'same', text: '.' },
  ])
  expect((await ben.isRefused('restore-page', { topic, version: 2, restore: 1 })).kind).toBe('clash')
  await ben.isRefused('restore-page', { topic, version: 3, restore: 9 })
  expect(await ben.does('restore-page', { topic, version: now.version, restore: 1 })).toEqual({ version: 4 })
  expect(await bodyNow()).toBe('# Cache purge\n\nIt is quick.\n\n## Steps\n\nDrain it.')
  const after = await ben.does('page-history', { topic })
  expect(after.versions[0]?.backTo?.version).toBe(1)
  expect(after.versions).toHaveLength(4)
})

test('What somebody took out is in no earlier version either, and does not come back with one', async () => {
  await mara.does('start-topic', { title: 'Cache purge' })
  const { claims } = await said('Wait for the queue to be empty. The night shift was asleep again.')
  const gone = claims[1]
  await saves(ben, `${await bodyNow()}\n\nBy hand.`)
  const seen = async (who: Somebody) => {
    const { versions } = await who.does('page-history', { topic })
    const all = []
    for (const { version } of versions) {
      all.push(
        await who.does('page-version', { topic, version }),
        await who.does('page-version', { topic, version, since: 1 }),
      )
    }
    return JSON.stringify([versions, all])
  }
  expect(await seen(ana)).toContain('asleep')
  await mara.does('withdraw-claim', { claim: gone?.id ?? '', version: 1 })
  await house.whorl.settle()
  expect(await bodyNow()).not.toContain('asleep')
  for (const who of [ana, ben, mara]) {
    expect(await seen(who)).not.toContain('asleep')
    expect(await seen(who)).toContain('queue to be empty')
  }
  const { version } = await ben.does('read-page-text', { topic })
  await ben.does('restore-page', { topic, version, restore: 1 })
  await house.whorl.settle()
  expect(await bodyNow()).not.toContain('asleep')
  expect(await bodyNow()).toContain('queue to be empty')
})

test('A restored page is found by the words it has again', async () => {
  await brought('A walrus lives here.')
  await saves(ben, 'Nobody lives here.')
  await house.whorl.settle()
  const found = async () => JSON.stringify(await ana.does('search', { words: 'walrus' })).includes('Cache purge')
  expect(await found()).toBe(false)
  await ben.does('restore-page', { topic, version: 2, restore: 1 })
  await house.whorl.settle()
  expect(await found()).toBe(true)
})
