/** A journal from before there were nouns: what was not followed yet still is, by the nouns that its acts changed. */
import { expect, test } from 'vitest'
import { nouns } from '../src/store/migrations/004-nouns.ts'
import { openHouse } from './house.ts'

type Old = [act: string, about: Record<string, string>]

async function oldHouse(entries: (things: { source: string; page: string }) => Old[]) {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'keeper')
  const files = [
    { path: 'Lamp.md', text: '# Lamp\n' },
    { path: 'sources/gate.md', text: 'The gate.' },
  ]
  const { files: came } = await mara.does('import-files', { files, from: 'old' })
  await house.whorl.settle()
  const [page, source] = [came[0]?.id ?? '', came[1]?.id ?? '']
  const { store } = house.whorl
  const { seq } = await store.db.selectFrom('space').select('seq').executeTakeFirstOrThrow()
  const rows = entries({ source, page }).map(([act, about], n) => ({
    space_id: house.space.id,
    seq: seq + n + 1,
    id: null,
    act,
    by_person: mara.id,
    door: 'test',
    changed: JSON.stringify(about),
    at: house.now(),
  }))
  const cursors = async () =>
    store.db.selectFrom('reaction_cursor').select(['reaction', 'seq']).where('reaction', 'like', 'page%').execute()
  return { house, store, rows, source, page, cursors }
}

test('Each old entry says the nouns that its act changed, and is said to nobody', async () => {
  const { house, store, rows, source } = await oldHouse(({ source: file }) => [
    ['start-topic', { topic: 't' }],
    ['merge-topics', { topic: 'a', other: 'b' }],
    ['import-files', { topics: 'a b', source: file, conversion: 'c' }],
    ['correct-claim', { claim: 'one', topic: 't' }],
    ['ask', { topic: 't', question: 'q' }],
    ['snooze', { request: 'r' }],
    ['an-act-nobody-knows', { topic: 't' }],
  ])
  await store.write(async (tx) => {
    // The entries that this house made are as they are now.
    await tx.db.deleteFrom('journal').execute()
    await tx.db.insertInto('journal').values(rows).execute()
    await nouns.fill(tx)
  })
  const kept = await store.db.selectFrom('journal').select('changed').orderBy('seq').execute()
  const to = { topics: [] }
  expect(kept.map(({ changed }) => JSON.parse(changed))).toEqual([
    [{ nouns: { topic: ['t'] }, to }],
    [{ nouns: { page: ['a', 'b'], topic: ['a', 'b'] }, to }],
    // All that was brought at that moment, though the act named one.
    [{ nouns: { page: ['a', 'b'], source: [source] }, to }],
    [{ nouns: { claim: ['one'] }, to }],
    [{ nouns: { question: ['q'] }, to }],
    // What no reaction followed says what it was about.
    [{ nouns: { request: ['r'] }, to }],
    [],
  ])
  expect(house.faults).toEqual([])
})

test('The reaction that is left of two goes on from where either was, and what is parked keeps waiting', async () => {
  const { house, store, cursors } = await oldHouse(() => [])
  const cursor = (reaction: string, seq: number) => ({ space_id: house.space.id, reaction, seq })
  const after = (...rows: { space_id: string; reaction: string; seq: number }[]) =>
    store.write(async (tx) => {
      await tx.db.deleteFrom('journal').execute()
      await tx.db.deleteFrom('reaction_cursor').execute()
      await tx.db.insertInto('reaction_cursor').values(rows).execute()
      await nouns.fill(tx)
    })
  await after(cursor('page-becomes-findable', 10), cursor('pages-become-findable', 5))
  expect(await cursors()).toEqual([{ reaction: 'page-becomes-findable', seq: 5 }])
  await after(cursor('page-becomes-findable', 10), cursor('pages-become-findable', 12))
  expect(await cursors()).toEqual([{ reaction: 'page-becomes-findable', seq: 10 }])
  await after(cursor('page-becomes-findable', 10))
  expect(await cursors()).toEqual([{ reaction: 'page-becomes-findable', seq: 10 }])
  await store.write(async (tx) => {
    const parked = { space_id: house.space.id, seq: 3, fault: 'No.', at: house.now(), retry_at: null }
    await tx.db
      .insertInto('parked')
      .values({ ...parked, reaction: 'pages-become-findable' })
      .execute()
    await nouns.fill(tx)
  })
  expect(await store.db.selectFrom('parked').select(['reaction', 'seq']).execute()).toEqual([
    { reaction: 'page-becomes-findable', seq: 3 },
  ])
})
