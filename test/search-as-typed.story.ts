/** Finding what was said however it is typed: mistyped, in exact words, by another name, narrowed, in six languages. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

let house: House
let mara: Somebody
let ben: Somebody
let ana: Somebody

beforeAll(async () => {
  house = await openHouse()
  mara = await house.comes('Mara Lind', 'owner')
  ben = await house.comes('Ben', 'member')
  ana = await house.comes('Ana', 'reader')
  await brings('Purging', 'Before a cache purge you warn the team, and purge by key. Never purge the keyboard.')
  await brings('Deutsch', 'Vor dem Leeren der Zwischenspeicher werden die Häuser und die Bereitschaft benachrichtigt.')
  await brings('Français', 'Avant de purger les caches, il faut prévenir les équipes concernées par le déploiement.')
  await brings('Español', 'Antes de limpiar las cachés hay que avisar a los equipos del mantenimiento.')
  await brings('日本語', '本番のキャッシュを削除する前に、当番に連絡してください。')
  await brings('中文', '清除生产环境的缓存之前，请先通知值班人员。')
})

const searched = async (who: Somebody, words: string, fields: object = {}) => {
  await house.whorl.settle()
  return who.does('search', { words, ...fields })
}
const titles = async (words: string, fields: object = {}, who = ana) =>
  (await searched(who, words, fields)).hits.map(({ title }) => title)
const brings = (title: string, text: string, area?: string) =>
  mara.does('import-source', { name: `${title}.md`, title, text, ...(area && { area }) })

test.each([
  ['prugeing', 'Purging', 'purging'],
  ['Zwischenspiecher ', 'Deutsch', 'zwischenspeicher'],
  ['Bereitshcaft', 'Deutsch', 'bereitschaft'],
  ['equipse conçernées', 'Français', 'équipes'],
  ['deploiemnt', 'Français', 'déploiement'],
  ['mantenimeinto ', 'Español', 'mantenimiento'],
  ['mantenimi', 'Español', undefined],
  ['key board', 'Purging', undefined],
  ['cachepurge ', 'Purging', 'cache'],
])('%j finds “%s”, and says what it was found for', async (typed, title, instead) => {
  const { hits, foundFor } = await searched(ana, typed)
  expect(hits.map((hit) => hit.title)).toContain(title)
  if (instead) expect(foundFor).toContain(instead)
  const hit = hits.find((one) => one.title === title)
  // What was found so is shown.
  expect(hit?.matched.length).toBeGreaterThan(0)
  for (const word of hit?.matched ?? []) expect(`${hit?.title} ${hit?.words}`).toContain(word)
})

test('What is typed right is never replaced, and what nothing is near to finds nothing', async () => {
  expect((await searched(ana, 'purge keys')).foundFor).toEqual([])
  expect(await searched(ana, 'xylophonist')).toEqual({ hits: [], foundFor: [], narrowed: [] })
  expect(await titles('キャッシ削除')).toEqual(['日本語'])
  expect(await titles('生产缓存')).toEqual(['中文'])
})

test.each([
  ['"cache purge"', 'Purging'],
  ['„Leeren der Zwischenspeicher“', 'Deutsch'],
  ['« prévenir les équipes »', 'Français'],
  ['"a los equipos"', 'Español'],
  ['「当番に連絡」', '日本語'],
  ['“先通知值班”', '中文'],
])('The exact words %s find “%s” alone', async (typed, title) => {
  const { hits } = await searched(ana, typed)
  expect(hits.map((hit) => hit.title)).toEqual([title])
  expect(hits[0]?.words).toContain(typed.replace(/["„“”«»「」]/g, '').trim())
})

test('Words that stand apart are not exact words, and what is left out is not there', async () => {
  expect(await titles('"purge cache"')).toEqual([])
  expect(await titles('purge -keyboard')).not.toContain('Purging')
  expect(await titles('purge -"key board"')).toContain('Purging')
  expect(await titles('purge -"by key"')).not.toContain('Purging')
})

test('A page is found by its other names, and says by which', async () => {
  const markdown = (title: string, aliases: string[]) =>
    `---\ntitle: ${title}\naliases: ${JSON.stringify(aliases)}\n---\n\nWords that say nothing of it.\n`
  const { topic } = await mara.does('import-page', { markdown: markdown('Access rules', ['ABAC', 'Gate keeping']) })
  expect((await searched(ana, 'abac')).hits[0]).toMatchObject({ title: 'Access rules', called: 'ABAC' })
  expect((await searched(ana, 'gate keepng ')).hits[0]).toMatchObject({ called: 'Gate keeping' })
  expect((await searched(ana, 'access')).hits[0]).toMatchObject({ title: 'Access rules', called: null })
  const { version } = await mara.does('read-page-text', { topic: topic.id })
  await mara.does('edit-page', { topic: topic.id, version, markdown: markdown('Access rules', ['Gate keeping']) })
  expect(await titles('abac')).toEqual([])
})

test('A search is narrowed by kind, topic, person, area and day, as typed and in fields', async () => {
  const cleo = await house.comes('Cleo', 'member')
  const round = await goRound(house, { mara, ben, ana: cleo }, 'Okapi')
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  await brings('Closed okapi', 'An okapi in the board room.', area)
  const kinds = async (words: string, fields: object = {}, who = ana) =>
    [...new Set((await searched(who, words, fields)).hits.map(({ kind }) => kind))].sort()
  expect(await kinds('okapi kind:question')).toEqual(['question'])
  expect(await kinds('okapi', { kinds: ['page', 'claim'] })).toEqual(['claim', 'page'])
  expect(await titles('topic:okapi-purge kind:page')).toEqual(['Okapi purge'])
  expect(await titles('purge kind:page', { topic: round.topic })).toEqual(['Okapi purge'])
  expect(await titles('topic:"closed okapi"')).toEqual([])

  const tagged = '---\ntitle: Tagged okapi\ntags: [Edge, on call]\n---\n\nAn okapi at the edge.\n'
  await mara.does('import-page', { markdown: tagged })
  expect(await titles('okapi tag:edge')).toEqual(['Tagged okapi'])
  expect((await searched(ana, 'okapi tag:"on call"')).narrowed).toEqual([
    { filter: 'tag', typed: 'on call', is: 'on call' },
  ])
  expect(await searched(ana, 'okapi tag:zebra')).toMatchObject({
    hits: [],
    narrowed: [{ filter: 'tag', typed: 'zebra', is: null }],
  })
  const unseen = tagged.replaceAll('okapi', 'giraffe').replace('Edge', 'Secret')
  await mara.does('import-page', { markdown: unseen, area })
  expect((await searched(ana, 'okapi tag:secret')).narrowed).toEqual([{ filter: 'tag', typed: 'secret', is: null }])

  const { hits, narrowed } = await searched(ana, 'okapi by:mara')
  expect(narrowed).toEqual([{ filter: 'by', typed: 'mara', is: 'Mara Lind' }])
  expect(hits.length).toBeGreaterThan(0)
  for (const { by } of hits) expect(by).toMatchObject({ person: { name: 'Mara Lind' } })
  expect((await searched(mara, 'by:me okapi')).hits).toEqual((await searched(mara, 'okapi', { by: mara.id })).hits)
  expect(await searched(ana, 'okapi by:nobody')).toMatchObject({
    hits: [],
    narrowed: [{ filter: 'by', typed: 'nobody', is: null }],
  })

  expect(await titles('okapi in:board', {}, mara)).toEqual(['Closed okapi'])
  expect(await titles('okapi', { area }, mara)).toEqual(['Closed okapi'])
  expect((await searched(ana, 'okapi in:board')).narrowed).toEqual([{ filter: 'in', typed: 'board', is: null }])
  expect(await titles('okapi in:board')).toEqual([])
  expect((await ana.isRefused('search', { words: 'okapi', area })).kind).toBe('absent')
  expect((await ana.isRefused('search', { words: 'okapi', by: 'nobody' })).kind).toBe('absent')

  const day = hits[0]?.at.slice(0, 10) ?? ''
  expect(await titles(`okapi since:${day}`)).toContain('Okapi purge')
  expect(await titles('okapi', { since: '2031-01-01' })).toEqual([])
  expect(await titles('okapi since:2031')).toEqual([])
  expect(await titles(`okapi since:${Number(day.slice(0, 4)) - 1}-11`)).toContain('Okapi purge')
})

test('What is by somebody is only what others may see of theirs', async () => {
  const { topic } = await ben.does('start-topic', { title: 'Quiet matter' })
  const { question } = await ben.does('ask', { topic: topic.id, words: 'How quiet?' })
  const { claims } = await mara.does('answer', { question, words: 'The wax must be zanzibar. Press it ultramarine.' })
  const [first] = claims
  if (!first) throw new Error('A line was expected.')
  expect(await titles('zanzibar by:mara', {}, mara)).toEqual([])
  await mara.does('confirm-claims', { claims: [{ id: first.id, version: first.version }] })
  expect((await searched(ana, 'zanzibar by:mara')).hits.length).toBeGreaterThan(0)
  expect(await titles('ultramarine by:mara', {}, mara)).toEqual([])
  await mara.does('withdraw-claim', { claim: first.id, version: first.version })
  expect(await titles('zanzibar by:mara')).toEqual([])
})

test('Nothing that is said in a closed area changes what others’ mistyped words are found for', async () => {
  const { slug } = await mara.does('make-area', { name: 'Vault' })
  const asked = ['prugee', 'zwischenspicher', 'cachepurge', 'key bord', '"cache purge" -zz', 'by:mara', 'keybaord']
  const answers = async () => JSON.stringify(await Promise.all(asked.map((words) => searched(ana, words))))
  const before = await answers()
  let n = 0
  const words = fc.array(
    fc.constantFrom('prugee', 'prugees', 'pruge', 'bord', 'cachepurge', 'keybaords', 'zwischenspicher'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  await fc.assert(
    fc.asyncProperty(words, async (some) => {
      await brings(`Closed ${++n}`, some.join(' '), slug)
      expect(await answers()).toBe(before)
    }),
    { numRuns: 8 },
  )
  expect(await titles('prugees', {}, mara)).not.toEqual([])
  expect(house.faults).toEqual([])
})
