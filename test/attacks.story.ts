/** What somebody tried against Whorl, and what it does instead: each of these once worked. */
import { expect, test } from 'vitest'
import { openSignIn } from '../src/ba/index.ts'
import { compose } from '../src/combination/compose/compose.ts'
import { spokenIn } from '../src/combination/compose/passages.ts'
import { type Document, readDocument } from '../src/combination/documents/sources/read-document.ts'
import { renderPage } from '../src/combination/pages/render-page.ts'
import { plainWords } from '../src/knowledge/index.ts'
import { recordAs } from '../src/ledger/index.ts'
import type { Store, Tx } from '../src/store/index.ts'
import { openHouse } from './house.ts'

const ledger = { record: recordAs, wrote: () => {}, sessionsChanged: async () => {} }

test('Text made to hold a reader up is read to its end', () => {
  // What grew with the square took minutes, and the test's own limit would end it.
  const poison = `Poison is a${' '.repeat(200_000)}b\n\n${'[a]('.repeat(50_000)}\n\n- ${'*'.repeat(100_000)}\n`
  const spoken = spokenIn(readDocument('p.md', Buffer.from(poison)) as Document, ['poison'])
  const passages = spoken.map((one) => ({ ...one, source: 'p.md', title: 'P' }))
  expect(compose({ title: 'Poison', said: [], passages }).body).toContain('# Poison')
  expect(renderPage(`x ^[a${' '.repeat(200_000)}b]`, 'X').citations).toHaveLength(1)
  const headed = readDocument('h.md', Buffer.from('# Purge\n\n## Flush\n\nIt is so.\n\n'.repeat(60_000))) as Document
  expect(spokenIn(headed, []).length).toBeGreaterThan(0)
  expect(plainWords(`${'<http://a'.repeat(60_000)} b`)).toContain('b')
  const same = renderPage('## a\n\n'.repeat(3000), 'X').html
  expect(new Set(same.match(/id="[^"]*"/g)).size).toBe(3000)
})

test('A table as wide as a book and quotes without end are refused before they are rendered', async () => {
  const { comes } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  const page = (body: string) => ({ markdown: `---\ntitle: Purge\n---\n\n${body}\n` })
  const wide = `${'|a'.repeat(1200)}\n${'|-'.repeat(1200)}\n${'|\n'.repeat(1200)}`
  expect((await mara.isRefused('import-page', page(wide))).problem).toContain('60 columns')
  expect((await mara.isRefused('import-page', page('> '.repeat(4000)))).problem).toContain('40 deep')
})

test('A page made to hold others up holds nobody up who writes, looks for or edits beside it', async () => {
  const { comes, whorl, faults } = await openHouse()
  const mara = await comes('Mara', 'keeper')
  const [some, spaces] = [' '.repeat(14_000), ' '.repeat(150_000)]
  const markdown = `---\ntitle: Purge\nx: a${some}b\naliases: ["Flush${some}it"]\n---\n\n## a${spaces}b\n\nA walrus.\n`
  const { topic } = await mara.does('import-page', { markdown })
  await whorl.settle()
  const found = await mara.does('complete-link', { topic: topic.id, words: '#a' })
  expect(found.headings).toHaveLength(1)
  expect((await mara.does('search', { words: 'walrus' })).hits).toHaveLength(1)
  const merged = await mara.does('merge-page-text', { topic: topic.id, version: 1, markdown: `${markdown}More.\n` })
  expect(merged.parts.length).toBeGreaterThan(1)
  // What holds itself could never be compiled again.
  const circle = '---\ntitle: Circle\nx: &x [*x]\n---\n\nA.\n'
  expect((await mara.isRefused('import-page', { markdown: circle })).kind).toBe('unfit')
  expect(faults).toEqual([])
})

test('A word of two thousand letters is not tried in all its parts, and one of two words is', async () => {
  let most = 0
  const counting = (tx: Tx): Tx => ({
    ...tx,
    all: (statement, asked) => {
      most = Math.max(most, (asked as { terms?: string[] }).terms?.length ?? 0)
      return tx.all(statement, asked)
    },
  })
  const watched = (store: Store): Store => ({ ...store, read: (work) => store.read((tx) => work(counting(tx))) })
  const { comes, whorl } = await openHouse({ watched })
  const mara = await comes('Mara', 'keeper')
  await mara.does('import-page', { markdown: '---\ntitle: Purge\n---\n\nA walrus eats a mango.\n' })
  await whorl.settle()
  expect((await mara.does('search', { words: 'walrusmango ' })).hits).toHaveLength(1)
  expect(most).toBeGreaterThan(5)
  most = 0
  expect((await mara.does('search', { words: 'abcdefghij'.repeat(190) })).hits).toEqual([])
  expect(most).toBeLessThan(500)
})

test('One link makes one account, however many come with it at once', async () => {
  const { whorl, space, comes, now } = await openHouse()
  const owner = await comes('Olga', 'owner')
  const { path } = await owner.does('invite', { role: 'member' }, 'wish')
  const token = path.split('#')[1] ?? ''
  let ids = 0
  const signIn = openSignIn(whorl.store, {
    ...whorl,
    secret: 's',
    secure: false,
    now,
    newId: () => `new-${++ids}`,
    ...ledger,
  })
  const enter = (n: number) =>
    signIn.enter({ token, name: `N${n}`, email: `n${n}@example.org`, password: 'long enough' }, new Headers(), null)
  const came = await Promise.allSettled([1, 2, 3].map(enter))
  expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const people = await whorl.store.db
    .selectFrom('person')
    .select('name')
    .where('email', 'like', 'n%@example.org')
    .execute()
  expect(people).toHaveLength(1)
  // The link is shown once: what is kept of it is no way in.
  const kept = await whorl.store.db.selectFrom('outcome').select('result').where('key', '=', 'wish').execute()
  expect(kept).toEqual([{ result: '{}' }])
  expect(space.slug).toBe('team')
})

test('A link of somebody who owns nothing any more lets nobody in', async () => {
  const { whorl, comes, now } = await openHouse()
  const [olga, kim] = [await comes('Olga', 'owner'), await comes('Kim', 'owner')]
  const { path } = await kim.does('invite', { role: 'owner' })
  await olga.does('change-role', { person: kim.id, role: 'reader' })
  const signIn = openSignIn(whorl.store, { ...whorl, secret: 's', secure: false, now, newId: () => 'new', ...ledger })
  const given = { token: path.split('#')[1] ?? '', name: 'New', email: 'new@example.org', password: 'long enough' }
  await expect(signIn.enter(given, new Headers(), null)).rejects.toMatchObject({ kind: 'absent' })
})

test('What one asks and answers alone stands for nobody else, and one answer is told once', async () => {
  const { comes, whorl } = await openHouse()
  const [mara, ben] = [await comes('Mara', 'member'), await comes('Ben', 'member')]
  const { topic } = await mara.does('start-topic', { title: 'Purge' })
  const { question } = await mara.does('ask', { topic: topic.id, words: 'How?' })
  const { claims } = await mara.does('answer', {
    question,
    words: 'Never purge at noon. Watch the queue while it drains.',
  })
  for (const { id, version } of claims) await mara.does('confirm-claims', { claims: [{ id, version }] })
  await whorl.settle()
  expect((await ben.does('who-knows', { topic: topic.id })).people).toEqual([])
  const told = (await ben.does('topic-spiral', { topic: topic.id })).conversions
  expect(told.filter(({ mode }) => mode === 'externalisation')).toHaveLength(1)
})

test('The same thing done on the same day is one, however often it is said', async () => {
  const { comes } = await openHouse()
  const [mara, ben] = [await comes('Mara', 'member'), await comes('Ben', 'member')]
  const { topic } = await mara.does('start-topic', { title: 'Purge' })
  const said = { topic: topic.id, on: '2026-05-04', with: ben.id }
  const { doing } = await mara.does('did-it', said)
  expect((await mara.does('did-it', said)).doing).toBe(doing)
  expect((await mara.isRefused('did-it', { ...said, on: '0001-01-01' })).field).toBe('on')
})
