/** What is to be mended in a space's pages is told to whoever may see them, with both sides where pages differ. */
import { beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'

let house: House
let mara: Somebody
let ben: Somebody

beforeEach(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'keeper')
  ben = await house.comes('Ben', 'reader')
})

const page = (title: string, body: string, front = '') => `---\ntitle: ${title}\n${front}---\n\n${body}\n`
const brought = (markdown: string, area?: string) => mara.does('import-page', { markdown, ...(area && { area }) })

async function kindsFor(who: Somebody) {
  const { kinds } = await who.does('check-pages', {})
  return Object.fromEntries(kinds.map(({ kind, problems }) => [kind, problems.map(({ topic }) => topic.path)]))
}

test('A space in which nothing is wrong has nothing to mend', async () => {
  expect(await ben.does('check-pages', {})).toEqual({ kinds: [], partly: false })
  await brought(page('Cache purge', 'It takes ten minutes.'))
  expect(await ben.does('check-pages', {})).toEqual({ kinds: [], partly: false })
})

test('Each kind is told with its topic, a few at a time, and all of one kind when asked', async () => {
  await mara.does('import-source', { name: 'run.md', text: 'The purge takes ten minutes.\n' })
  await mara.does('start-topic', { title: 'Edge' })
  const wanted = ['One', 'Two', 'Three', 'Four'].map((name) => `[[${name}]]`).join(' ')
  await brought(page('Cache purge', `It is quick. ^[run.md:7] See [[Edge]], [[cache purge]]. ${wanted}`))
  await brought(page('Old rule', 'Ask first.', 'review_by: 2020-01-01\n'))
  const { kinds } = await ben.does('check-pages', {})
  expect(kinds.map(({ kind, problems, more }) => [kind, problems.length, more])).toEqual([
    ['citation-does-not-hold', 1, false],
    ['wanted-page', 3, true],
    ['stale-page', 1, false],
  ])
  expect(kinds[0]?.problems[0]).toMatchObject({ topic: { title: 'Cache purge' }, line: 5, words: '' })
  expect(kinds[0]?.problems[0]?.says).toContain('run.md')
  const all = await ben.does('check-pages', { kind: 'wanted-page' })
  expect(all.kinds[0]?.problems.map(({ wanted: name }) => name).sort()).toEqual(['Four', 'One', 'Three', 'Two'])
})

test('A page that nothing leads to is told with one that speaks of it, and what is quoted reads as words', async () => {
  for (const name of ['Two', 'Three', 'Four', 'Five']) await brought(page('Other', 'Words.').replace('Other', name))
  await brought(page('Start here', 'See [[Two]], [[Three]], [[Four]] and [[Five]]. Ask whoever knows the edge cache.'))
  await brought(page('Edge cache', 'Purge **by key** with [[Two|the second]], in 3 minutes.', 'reviewBy: 2020-10-01\n'))
  await brought(page('Lone', 'Words.'))
  const { kinds } = await ben.does('check-pages', { kind: 'orphan' })
  expect(kinds[0]?.problems.map(({ topic, namedBy }) => [topic.title, namedBy?.title])).toEqual(
    expect.arrayContaining([
      ['Edge cache', 'Start here'],
      ['Lone', undefined],
    ]),
  )
  const stale = await ben.does('check-pages', { kind: 'stale-page' })
  expect(stale.kinds[0]?.problems).toMatchObject([{ topic: { title: 'Edge cache' }, due: '2020-10-01' }])
  const bare = await ben.does('check-pages', { kind: 'unsupported-paragraph' })
  for (const { words } of bare.kinds[0]?.problems ?? []) expect(words).not.toMatch(/\*\*|\[\[/)
})

test('Pages that differ come with both sides, who said each and when', async () => {
  await mara.does('import-source', { name: 'run.md', text: 'Loaves rest.\n' })
  await brought(page('Old', 'Sourdough loaves rest in the basket for 30 minutes. ^[run.md:1]', 'keeper: Mara\n'))
  await brought(page('New', 'Sourdough loaves rest in their basket for 90 minutes.', 'updated: 2026-03-01\n'))
  const { kinds } = await ben.does('check-pages', { kind: 'pages-differ' })
  expect(kinds[0]?.problems[0]?.sides).toMatchObject([
    { topic: { title: 'New' }, words: 'Sourdough loaves rest in their basket for 90 minutes.', when: '2026-03-01' },
    { topic: { title: 'Old' }, words: 'Sourdough loaves rest in the basket for 30 minutes.', keeper: 'Mara' },
  ])
  expect(kinds[0]?.problems[0]?.sides[1]?.saidAt).toMatch(/^2026-/)
})

test('What a closed area’s pages hold is told to those who are in it, and changes nothing for the others', async () => {
  const words = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ')
  await brought(page('Open page', `${words} [[Wanted here]]`))
  const before = await ben.does('check-pages', {})
  const { slug } = await mara.does('make-area', { name: 'Board room' })
  await brought(page('Closed page', `${words} [[Wanted there]]`), slug)
  await brought(page('Wanted here', 'It is closed.', 'review_by: 2020-01-01\n'), slug)
  expect(await ben.does('check-pages', {})).toEqual(before)
  expect(await kindsFor(mara)).toEqual({
    'wanted-page': ['open-page', `${slug}/closed-page`],
    'near-duplicate': [`${slug}/closed-page`],
    'stale-page': [`${slug}/wanted-here`],
  })
})

test('A page that only a closed area’s page links to is an orphan to those outside of it, and to nobody inside', async () => {
  for (const n of [1, 2, 3, 4, 5]) await brought(page(`Page ${n}`, `See [[Page ${(n % 5) + 1}]].`))
  await brought(page('Alone', 'Nobody outside leads here.'))
  const { slug } = await mara.does('make-area', { name: 'Board room' })
  await brought(page('Minutes', 'See [[Alone]].'), slug)
  const orphans = async (who: Somebody) =>
    (await who.does('check-pages', { kind: 'orphan' })).kinds.flatMap(({ problems }) =>
      problems.map((one) => one.topic.title),
    )
  expect(await orphans(ben)).toEqual(['Alone'])
  expect(await orphans(mara)).not.toContain('Alone')
})

test('A source is citable whatever its name ends with', async () => {
  await mara.does('import-source', { name: 'run.txt', text: 'The purge takes ten minutes.\n' })
  await brought(page('Cache purge', 'It is quick. ^[run.txt:1]'))
  await brought(page('Edge', 'It is slow. ^[run.txt:2]'))
  expect(await kindsFor(ben)).toEqual({ 'citation-does-not-hold': ['edge'] })
})
