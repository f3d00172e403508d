/** Finding what was said: by anybody who may see it, as it is now, in both stores alike. */
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type House, houseOn, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'
import { freshFolder } from './stores.ts'

let house: House
let mara: Somebody
let ben: Somebody
let ana: Somebody

beforeAll(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'owner')
  ben = await house.comes('Ben', 'member')
  ana = await house.comes('Ana', 'reader')
})

const found = async (who: Somebody, words: string, limit?: number) => {
  await house.whorl.settle()
  return (await who.does('search', { words, ...(limit && { limit }) })).hits
}
const titles = async (words: string) => (await found(ana, words)).map(({ kind, title }) => `${kind}: ${title}`)
const brings = (name: string, text: string, area?: string) =>
  mara.does('import-source', { name, title: name, text, ...(area && { area }) })

test('Whoever reads finds a page, what was said, its source and the question, each with the place that says it', async () => {
  const round = await goRound(house, { mara, ben, ana: await house.comes('Cleo', 'member') }, 'Okapi')
  const hits = await found(ana, 'okapi load honestly')
  expect(hits.map(({ kind }) => kind).sort()).toEqual(expect.arrayContaining(['claim', 'page', 'question', 'source']))
  const claim = hits.find(({ kind }) => kind === 'claim')
  expect(claim).toMatchObject({
    id: `claim:${round.confirmed}`,
    title: 'Okapi purge',
    topic: 'okapi-purge',
    area: { slug: 'open', closed: false },
    words: 'Okapi never tells its load honestly.',
    by: { person: { name: 'Mara' } },
  })
  const page = await ana.does('fetch', { id: `page:${round.topic}` })
  expect(page.title).toBe('Okapi purge')
  expect(page.text).toMatch(/^# Okapi purge/)
  expect(page.text).toContain('tells its load honestly')
  expect((await ana.does('fetch', { id: `claim:${round.confirmed}` })).text).toContain('Mara, 2026-05-04')
  // The third line was never confirmed: nobody finds or reads it, its speaker included.
  const source = await ana.does('fetch', { id: `source:${round.source}` })
  expect(source.text).toContain('load honestly')
  expect(source.text).not.toContain('Drain')
  expect(await found(mara, 'drain pools first')).toEqual([])
  expect((await ana.does('fetch', { id: `question:${round.question}` })).text).toMatch(/^How is Okapi purged\?/)
  expect((await ana.isRefused('fetch', { id: `claim:${round.proposed}` })).kind).toBe('absent')
  expect((await ana.isRefused('fetch', { id: 'nothing' })).kind).toBe('absent')
})

test('What is still being typed is found, and what has the words in its title comes first', async () => {
  await brings('Rota', 'Who is on call this week, and who takes over at night.')
  await brings('Handover', 'At the handover the rota is read aloud. The rota is on the wall.')
  expect(await titles('rota')).toEqual(['source: Rota', 'source: Handover'])
  expect((await titles('hando'))[0]).toBe('source: Handover')
  expect(await titles('taki')).toEqual(['source: Rota'])
  expect(await titles('rota aloud')).toEqual(['source: Handover', 'source: Rota'])
  expect(await titles('unheard-of')).toEqual([])
  expect(await titles('?!')).toEqual([])
})

test('Words are found in their other forms, in five languages, with or without accents', async () => {
  await brings('Deutsch', 'Vor dem Leeren der Zwischenspeicher werden die Häuser benachrichtigt.')
  await brings('Français', 'Avant de purger les caches, il faut prévenir les équipes concernées par l’arrêt.')
  await brings('Español', 'Antes de limpiar las cachés hay que avisar a los equipos del turno.')
  await brings('日本語', '本番のキャッシュを削除する前に、当番に連絡してください。')
  expect(await titles('Haus Zwischenspeichern')).toEqual(['source: Deutsch'])
  expect(await titles('arret equipe')).toEqual(['source: Français', 'source: Español'])
  expect(await titles('limpiamos turnos')).toEqual(['source: Español'])
  expect(await titles('キャッシュ削除')).toEqual(['source: 日本語'])
  expect(await titles('当')).toEqual(['source: 日本語'])
  expect((await found(ana, '当番'))[0]?.words).toContain('当番に連絡')
})

test('What somebody takes out is not found any more', async () => {
  const { topic } = await ben.does('start-topic', { title: 'Ledger seal' })
  const { question } = await ben.does('ask', { topic: topic.id, words: 'How is it sealed?' })
  const { claims } = await mara.does('answer', { question, words: 'The wax must be vermilion. Press it twice.' })
  const [wax, press] = claims.map(({ id, version }) => ({ id, version }))
  if (!wax || !press) throw new Error('Two lines were expected.')
  expect(await found(mara, 'vermilion')).toEqual([])
  await mara.does('confirm-claims', { claims: [wax, press] })
  expect((await found(ana, 'vermilion')).map(({ kind }) => kind)).toEqual(['page', 'source', 'claim'])
  await mara.does('withdraw-claim', { claim: wax.id, version: wax.version })
  expect(await found(ana, 'vermilion')).toEqual([])
  expect(house.faults).toEqual([])
  await mara.does('correct-claim', { claim: press.id, version: press.version, statement: 'Press it thrice.' })
  expect((await found(ana, 'thrice')).map(({ kind }) => kind)).toContain('claim')
})

test('Nothing that happens in a closed area changes a byte of what others find', async () => {
  const { slug } = await mara.does('make-area', { name: 'Board room' })
  for (const n of [1, 2, 3, 4]) await brings(`Valve ${n}`, `Valve number ${n} opens at night. ${'Quiet. '.repeat(n)}`)
  const asked = ['valve', 'valve nig', 'number quiet', 'val', 'board', 'night valve opens 3']
  const answers = async () => JSON.stringify(await Promise.all(asked.map((words) => found(ana, words, 50))))
  const before = await answers()
  let n = 0
  const text = fc.string({
    unit: fc.constantFrom('valve ', 'night ', 'valley ', 'quiet ', '3 ', 'board. '),
    minLength: 1,
  })
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      await brings(`Closed ${++n}`, words, slug)
      expect(await answers()).toBe(before)
    }),
    { numRuns: 12 },
  )
  expect((await found(mara, 'valley', 50)).length).toBeGreaterThan(0)
})

test('A store from before there was a search is indexed when it is opened', async () => {
  const own = await openHouse()
  const who = await own.comes('Ida', 'owner')
  await goRound(
    own,
    { mara: who, ben: await own.comes('Ola', 'member'), ana: await own.comes('Per', 'member') },
    'Ibex',
  )
  const hits = (await who.does('search', { words: 'ibex queue', limit: 50 })).hits
  expect(hits.length).toBeGreaterThan(3)
  await own.whorl.store.write(async ({ db }) => {
    for (const { kind, thing } of await db.selectFrom('search_document').select(['kind', 'thing']).execute()) {
      await db
        .updateTable('search_document')
        .set({ title_terms: '', terms: '' })
        .where('kind', '=', kind)
        .where('thing', '=', thing)
        .execute()
    }
    await db.deleteFrom('search_term').execute()
  })
  expect((await who.does('search', { words: 'ibex queue', limit: 50 })).hits).toEqual([])
  await own.whorl.close()
  const again = await houseOn(own.place, { space: own.space, ids: 'again' })
  await again.whorl.settle()
  expect((await again.here(who).does('search', { words: 'ibex queue', limit: 50 })).hits).toEqual(hits)
  expect([...own.faults, ...again.faults]).toEqual([])
})

test('The index that followed what happened is the one that would be made anew', async () => {
  const own = await openHouse()
  const [who, asks] = [await own.comes('Ida', 'owner'), await own.comes('Ola', 'member')]
  const round = await goRound(own, { mara: who, ben: asks, ana: await own.comes('Per', 'member') }, 'Ibex')
  const { slug } = await who.does('make-area', { name: 'Board room' })
  await who.does('import-source', { name: 'closed.md', text: 'An Ibex in the board room.', area: slug })
  await who.does('correct-claim', { claim: round.confirmed, version: 1, statement: 'Ibex loads are told twice.' })
  await asks.does('rest-exercise', { exercise: round.exercise, why: 'done-differently', words: 'And the new Ibex?' })
  await who.does('withdraw-claim', { claim: round.claim, version: 2 })
  const { puzzle } = await asks.does('puzzled', { words: 'Why does the Ibex purge so late?' })
  await asks.does('ask-puzzle', { puzzle: puzzle.id, topic: round.topic })
  await own.whorl.settle()
  const followed = await indexOf(own)
  expect(followed.documents.length).toBeGreaterThan(8)
  await own.whorl.store.write(async ({ db, kind }) => {
    for (const table of ['search_space', 'search_part', 'search_term', 'search_document'] as const) {
      await db.deleteFrom(table).execute()
    }
    await sql
      .raw(
        kind === 'sqlite'
          ? "insert into search_words (search_words) values ('delete-all')"
          : 'delete from search_words',
      )
      .execute(db)
  })
  await own.whorl.close()
  const again = await houseOn(own.place, { space: own.space, ids: 'again' })
  await again.whorl.settle()
  expect(await indexOf(again)).toEqual(followed)
  expect([...own.faults, ...again.faults]).toEqual([])
})

/** All that an index holds, but for the numbers of its documents and parts. */
const indexOf = (at: House) =>
  at.whorl.store.read(async ({ db }) => ({
    documents: await db
      .selectFrom('search_document')
      .select(['kind', 'thing', 'area_id', 'words', 'title_terms', 'terms'])
      .orderBy('kind')
      .orderBy('thing')
      .execute(),
    terms: await db
      .selectFrom('search_term')
      .select(['area_id', 'term', 'documents'])
      .orderBy('area_id')
      .orderBy('term')
      .execute(),
    parts: await db
      .selectFrom('search_part')
      .select(['area_id', 'kind', 'documents', 'words'])
      .where('documents', '>', 0)
      .orderBy('area_id')
      .orderBy('kind')
      .execute(),
  }))

test('Both stores find the same, in the same order', async () => {
  const here = await openHouse()
  const there = await houseOn({ kind: 'sqlite', file: join(freshFolder(), 'other.db') })
  const vocabulary = 'cache purge queue drain valve night rota seal wax 当番 削除 Häuser équipe'.split(' ')
  const texts = fc.sample(fc.array(fc.nat(vocabulary.length ** 2 - 1), { minLength: 1, maxLength: 40 }), {
    numRuns: 40,
    seed: 7,
  })
  // A transaction that met another's is run again, with new ids: the rest is the same.
  const titled = ({ hits }: { hits: { title: string; words: string }[] }) =>
    hits.map(({ title, words }) => ({ title, words }))
  const fill = async (at: House) => {
    const who = await at.comes('Mara', 'owner')
    for (const [n, picks] of texts.entries()) {
      // The earlier a word, the more often it is said.
      const text = picks.map((pick) => vocabulary[Math.floor(Math.sqrt(pick))]).join(' ')
      await who.does('import-source', { name: `${n}.md`, title: `${vocabulary[n % 5]} ${n}`, text })
    }
    await at.whorl.settle()
    const asked = [...vocabulary, 'cache purge', 'pur', 'night rota seal', 'équipe 当番 cache', 'wax d']
    return Promise.all(asked.map(async (words) => titled(await who.does('search', { words }))))
  }
  const hits = await fill(here)
  expect(hits.every((some) => some.length > 0)).toBe(true)
  expect(await fill(there)).toEqual(hits)
})
