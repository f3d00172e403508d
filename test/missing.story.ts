/** What was looked for and is not here: its person's alone, the room's when they say so, and gone when it is said. */
import { expect, test } from 'vitest'
import { openHouse, type Somebody } from './house.ts'

const LAMP = 'What does the green lamp over the gate mean?'
const SAID = 'The green lamp over the gate means that the dogs are out.'

async function opened() {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const ben = await house.comes('Ben', 'member')
  const nia = await house.comes('Nia', 'member')
  const says = async (text = SAID, area?: string) => {
    const name = `${text.length}.md`
    await mara.does('import-source', { name, text, ...(area && { area }) })
    await house.whorl.settle()
  }
  return { house, mara, ben, nia, says }
}

const thing = async (who: Somebody, kind: 'missing' | 'found') =>
  (await who.does('today', {})).things.find((one) => one.kind === kind)

test('A search that found nothing is its person’s alone, and they hear when it is here', async () => {
  const { house, mara, ben, nia, says } = await opened()
  const { missing } = await nia.does('look-out', { words: LAMP })
  expect(missing).toMatchObject({ words: LAMP, roomSince: null, foundAt: null })
  // The same again, in other spelling, is the same.
  expect((await nia.does('look-out', { words: 'what does the GREEN lamp  over the gate mean' })).missing.id).toBe(
    missing.id,
  )
  for (const who of [mara, ben]) {
    expect(await who.does('list-missing', {})).toEqual({ mine: [], room: [] })
    expect(await thing(who, 'missing')).toBeUndefined()
    expect((await who.isRefused('say-missing', { missing: missing.id })).kind).toBe('absent')
    expect((await who.isRefused('drop-missing', { missing: missing.id })).kind).toBe('absent')
  }
  await says('The red lamp is over the door.')
  expect(await thing(nia, 'found')).toBeUndefined()
  await says()
  expect(await thing(nia, 'found')).toMatchObject({ missing: missing.id, words: LAMP })
  expect((await nia.does('what-was-said', { words: LAMP })).answers[0]?.words).toBe(SAID)
  await nia.does('drop-missing', { missing: missing.id })
  expect(await thing(nia, 'found')).toBeUndefined()
  expect(house.faults).toEqual([])
})

test('The room hears of it only when they say so, without a name and without how many look', async () => {
  const { mara, ben, nia, says } = await opened()
  for (const who of [nia, ben]) {
    const { missing } = await who.does('look-out', { words: LAMP })
    await who.does('say-missing', { missing: missing.id })
  }
  const { room } = await mara.does('list-missing', {})
  expect(room).toEqual([{ id: expect.any(String), words: LAMP, topic: null, since: expect.any(String) }])
  expect(JSON.stringify(room)).not.toMatch(new RegExp(`Nia|Ben|${nia.id}|${ben.id}`))
  // Where it has no topic a keeper is shown it, one at a time, until they pass; nobody else.
  const shown = await thing(mara, 'missing')
  expect(shown).toMatchObject({ kind: 'missing', words: LAMP, topic: null })
  expect(JSON.stringify(shown)).not.toMatch(/Nia|Ben/)
  expect(await thing(ben, 'missing')).toBeUndefined()
  await says()
  expect((await mara.does('list-missing', {})).room).toEqual([])
  expect(await thing(mara, 'missing')).toBeUndefined()
  for (const who of [nia, ben]) expect(await thing(who, 'found')).toMatchObject({ words: LAMP })
})

test('Of a topic, it is shown to whoever has a record there, or may be passed on', async () => {
  const { house, mara, ben, nia } = await opened()
  const { topic } = await ben.does('start-topic', { title: 'Gate' })
  const { doing } = await ben.does('did-it', { topic: topic.id, on: '2026-05-02', with: mara.id })
  await mara.does('witness', { doing, saw: true })
  await house.whorl.settle()
  const { missing } = await nia.does('look-out', { words: LAMP, topic: topic.id })
  await nia.does('say-missing', { missing: missing.id })
  expect(await thing(ben, 'missing')).toMatchObject({ missing: missing.id, topic: { title: 'Gate' } })
  expect(await thing(mara, 'missing')).toBeUndefined()
  await ben.does('dismiss', { thing: missing.id })
  expect(await thing(ben, 'missing')).toBeUndefined()
})

test('It may be taken back, and a keeper may take it off the room’s list; it stays theirs who looked', async () => {
  const { mara, ben, nia } = await opened()
  const { missing } = await nia.does('look-out', { words: LAMP })
  await nia.does('say-missing', { missing: missing.id })
  expect((await ben.isRefused('drop-missing', { missing: missing.id })).kind).toBe('absent')
  await mara.does('drop-missing', { missing: missing.id })
  expect((await mara.does('list-missing', {})).room).toEqual([])
  expect((await nia.does('list-missing', {})).mine).toMatchObject([{ id: missing.id, roomSince: null }])
  await nia.does('drop-missing', { missing: missing.id })
  expect((await nia.does('list-missing', {})).mine).toEqual([])
})

test('What is answered already is no gap, and what a closed area says settles nothing for the room', async () => {
  const { mara, ben, nia, says } = await opened()
  const { slug } = await mara.does('make-area', { name: 'Dogs' })
  await mara.does('let-in', { area: slug, person: ben.id })
  const { missing } = await ben.does('look-out', { words: LAMP })
  const { missing: told } = await nia.does('look-out', { words: LAMP })
  await nia.does('say-missing', { missing: told.id })
  await says(SAID, slug)
  // Ben may see it and hears of it; Nia and the room hear nothing.
  expect(await thing(ben, 'found')).toMatchObject({ missing: missing.id })
  expect(await thing(nia, 'found')).toBeUndefined()
  expect((await nia.does('list-missing', {})).room).toHaveLength(1)
  expect((await ben.isRefused('look-out', { words: LAMP })).kind).toBe('unfit')
  expect((await nia.does('look-out', { words: LAMP })).missing.id).toBe(told.id)
})

/** Every way in which words come to be here, each with the line that answers. */
const WAYS: [string, (who: Somebody, text: string) => Promise<unknown>][] = [
  ['import-source', (who, text) => who.does('import-source', { name: 'lamp.md', text })],
  ['bring-source', (who, text) => who.does('bring-source', { name: 'lamp.md', bytes: base64(text) })],
  ['bring-source in parts', bringInParts],
  [
    'import-files, as a source',
    (who, text) => who.does('import-files', { files: [{ path: 'sources/lamp.md', text }] }),
  ],
  ['import-files, as a page', (who, text) => who.does('import-files', { files: [{ path: 'Lamp.md', text }] })],
  [
    'import-files, as HTML',
    (who, text) => who.does('import-files', { files: [{ path: 'sources/lamp.html', text: `<p>${text}</p>` }] }),
  ],
  ['import-page', (who, text) => who.does('import-page', { markdown: `---\ntitle: Lamp\n---\n\n${text}\n` })],
  ['edit-page', editLamp],
]

const base64 = (text: string) => Buffer.from(text).toString('base64')

async function bringInParts(who: Somebody, text: string) {
  const { arrival } = await who.does('bring-source', { name: 'lamp.md', parts: 2, bytes: base64(text.slice(0, 20)) })
  await who.does('send-source-part', { arrival, part: 1, bytes: base64(text.slice(20)) })
}

async function editLamp(who: Somebody, text: string) {
  const page = (words: string) => `---\ntitle: Lamp\n---\n\n${words}\n`
  const { topic } = await who.does('import-page', { markdown: page('Nothing yet.') })
  await who.does('edit-page', { topic: topic.id, version: 1, markdown: page(text) })
}

test.each(WAYS)('Whoever looked in vain hears that it is here, brought by %s', async (_, bring) => {
  const { house, mara, nia } = await opened()
  const { missing } = await nia.does('look-out', { words: LAMP })
  await bring(mara, SAID)
  await house.whorl.settle()
  expect(await thing(nia, 'found')).toMatchObject({ missing: missing.id, words: LAMP })
  expect(house.faults).toEqual([])
})
