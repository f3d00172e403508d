import { expect, test } from 'vitest'
import { namesOfTopics } from '../src/store/migrations/005-names-of-topics.ts'
import { openHouse, type Somebody } from './house.ts'

const page = (title: string, body: string, front = '') => `---\ntitle: ${title}\n${front}---\n\n${body}\n`

const nearOf = async (who: Somebody, topic: string) => {
  const { near, lines, ...rest } = await who.does('neighbourhood', { topic })
  const names = new Map([
    [rest.topic.id, rest.topic.title],
    ...near.map((one) => [one.topic.id, one.topic.title] as const),
  ])
  return {
    ...rest,
    near: near.map((one) => ({
      title: one.topic.title,
      ties: one.ties.map(({ kind, source }) => (source ? `${kind} ${source.title}` : kind)),
      through: one.through.map((id) => names.get(id)),
    })),
    lines: lines.map(({ from, to }) => `${names.get(from)} > ${names.get(to)}`).sort(),
  }
}

test('What stands near a topic is what it links to, what links to it, what shares a source, and what those link to', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const bring = async (markdown: string) => (await mara.does('import-page', { markdown })).topic
  await mara.does('import-source', { name: 'run.md', title: 'Runbook', text: 'The purge takes ten minutes.\n' })
  const purge = await bring(
    page('Cache purge', 'See [[Origin]], [[flush|it]] and [[Surrogate key]]. ^[run.md:1]', 'aliases: [Flush]\n'),
  )
  await bring(page('Origin', 'What is behind. See [[Surrogate key]] and [[CDN]].'))
  await bring(page('CDN', 'Far away.'))
  await bring(page('On call', 'You will [[Flush]].'))
  await bring(page('Drain', 'It takes as long. ^[run.md:1]'))
  expect(await nearOf(mara, purge.id)).toMatchObject({
    near: [
      { title: 'Origin', ties: ['links-to'], through: [] },
      { title: 'On call', ties: ['linked-from'], through: [] },
      { title: 'Drain', ties: ['both-cite Runbook'], through: [] },
      { title: 'CDN', ties: [], through: ['Origin'] },
    ],
    lines: ['Cache purge > Origin', 'On call > Cache purge', 'Origin > CDN'],
    wanted: ['Surrogate key'],
    more: false,
  })
})

test('A page that is edited stands near what it links to now', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const one = (await mara.does('import-page', { markdown: page('One', 'See [[Two]].') })).topic
  await mara.does('import-page', { markdown: page('Two', 'Words.') })
  await mara.does('import-page', { markdown: page('Three', 'Words.') })
  expect((await nearOf(mara, one.id)).near.map(({ title }) => title)).toEqual(['Two'])
  const { version } = await mara.does('read-page-text', { topic: one.id })
  await mara.does('edit-page', { topic: one.id, version, markdown: page('One', 'See [[Three]].') })
  expect((await nearOf(mara, one.id)).near.map(({ title }) => title)).toEqual(['Three'])
  expect((await nearOf(mara, 'two')).near).toEqual([])
})

test('Pages of a store from before their links were kept stand near each other as well', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const one = (await mara.does('import-page', { markdown: page('One', 'See [[Two|it]] and [[Crème brûlée]].') })).topic
  for (const title of ['Two', 'Crème brûlée']) await mara.does('import-page', { markdown: page(title, 'Words.') })
  const before = await nearOf(mara, one.id)
  await house.whorl.store.write(async (tx) => {
    for (const table of ['linked_name', 'topic_name'] as const) await tx.db.deleteFrom(table).execute()
    await namesOfTopics.fill(tx)
  })
  expect(before.near).toHaveLength(2)
  expect(await nearOf(mara, one.id)).toEqual(before)
})

test('What links to a topic from a closed area, or shares a source there, is near it only to whoever may see it', async () => {
  const house = await openHouse()
  const [mara, ben] = [await house.comes('Mara', 'keeper'), await house.comes('Ben', 'member')]
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  await mara.does('import-source', { name: 'run.md', title: 'Runbook', text: 'The purge takes ten minutes.\n' })
  const open = (await mara.does('import-page', { markdown: page('Cache purge', 'Ten minutes. ^[run.md:1] [[Zebra]]') }))
    .topic
  await mara.does('import-page', { markdown: page('Zebra', 'About [[Cache purge]]. ^[run.md:1]'), area })
  await mara.does('import-page', { markdown: page('Lion', 'About [[Cache purge]].'), area })
  expect((await nearOf(mara, open.id)).near.map(({ title }) => title)).toEqual(['Zebra', 'Lion'])
  expect(await nearOf(ben, open.id)).toMatchObject({ near: [], lines: [], wanted: ['Zebra'], more: false })
})

test('Two sources of one name in two areas tie nothing to what was made from the other', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  await mara.does('import-source', { name: 'run.md', text: 'Open words.\n' })
  await mara.does('import-source', { name: 'run.md', text: 'Closed words.\n', area })
  const open = (await mara.does('import-page', { markdown: page('Here', 'Words. ^[run.md:1]') })).topic
  await mara.does('import-page', { markdown: page('There', 'Words. ^[run.md:1]'), area })
  expect((await nearOf(mara, open.id)).near).toEqual([])
})

test('Of a topic that very much links to, the closest are shown and it is said that there are more', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const hub = (await mara.does('import-page', { markdown: page('Hub', 'See [[Page 3]].') })).topic
  for (let n = 0; n < 30; n++) await mara.does('import-page', { markdown: page(`Page ${n}`, 'See [[Hub]].') })
  const { near, more } = await nearOf(mara, hub.id)
  expect(near[0]).toMatchObject({ title: 'Page 3', ties: ['links-to', 'linked-from'] })
  expect(near).toHaveLength(24)
  expect(more).toBe(true)
})
