import { expect, test } from 'vitest'
import { openHouse } from './house.ts'

const page = (title: string, aliases: string[], body = 'Words.') =>
  `---\ntitle: ${title}\naliases: ${JSON.stringify(aliases)}\n---\n\n${body}\n`

test('A link by another name of a page leads to it, until the page has that name no longer', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const purge = (await mara.does('import-page', { markdown: page('Cache purge', ['Flush', 'ABAC']) })).topic
  const from = (
    await mara.does('import-page', { markdown: page('Notes', [], 'See [[flush]], [[ABAC|it]] and [[Nothing]].') })
  ).topic
  const links = async () => (await mara.does('read-page', { topic: from.id })).links
  expect(await links()).toEqual({ flush: purge.path, ABAC: purge.path, Nothing: null })
  const { version } = await mara.does('read-page-text', { topic: purge.id })
  await mara.does('edit-page', { topic: purge.id, version, markdown: page('Cache purge', ['ABAC']) })
  expect(await links()).toEqual({ flush: null, ABAC: purge.path, Nothing: null })
})

test('A name that two pages have means neither; a page that is called so itself is meant before any other', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  await mara.does('import-page', { markdown: page('One', ['Drain', 'Same']) })
  await mara.does('import-page', { markdown: page('Two', ['Same']) })
  const drain = (await mara.does('import-page', { markdown: page('Drain', []) })).topic
  const from = (await mara.does('import-page', { markdown: page('Notes', [], 'See [[Same]] and [[Drain]].') })).topic
  expect((await mara.does('read-page', { topic: from.id })).links).toEqual({ Same: null, Drain: drain.path })
})

test('Another name of a page in a closed area is no name to whoever is outside of it', async () => {
  const house = await openHouse()
  const [mara, ben] = [await house.comes('Mara', 'keeper'), await house.comes('Ben', 'member')]
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  await mara.does('import-page', { markdown: page('Secret', ['Zebra']), area })
  const from = (await mara.does('import-page', { markdown: page('Notes', [], 'See [[Zebra]].') })).topic
  expect((await mara.does('read-page', { topic: from.id })).links).toEqual({ Zebra: `${area}/secret` })
  expect((await ben.does('read-page', { topic: from.id })).links).toEqual({ Zebra: null })
})
