/** What every act promises: keys, versions, refusals that help, and all or nothing. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { acts } from '../src/acts.ts'
import { Refusal, writingAct } from '../src/ba/index.ts'
import { newTopic } from '../src/knowledge/index.ts'
import { openPerform } from '../src/ledger/index.ts'
import { type House, houseOn, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

/** Two houses on one place, as two processes would have it, and somebody who is in both. */
async function twoHouses(role: 'member' | 'owner' = 'member') {
  const one = await openHouse()
  const other = await houseOn(one.place, { space: one.space, ids: 'other' })
  const mara = await one.comes('Mara', role)
  return { one, other, mara, maraThere: other.here(mara) }
}

const three = async (house: House) => ({
  mara: await house.comes('Mara', 'keeper'),
  ben: await house.comes('Ben', 'member'),
  ana: await house.comes('Ana', 'member'),
})

/** How each of these ended: what it gave, or the kind of its refusal. */
async function endings(...work: Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(work)
  return settled.map((one) => {
    if (one.status === 'fulfilled') return one.value
    if (one.reason instanceof Refusal) return one.reason.kind
    throw one.reason
  })
}

const entriesOf = (house: House) =>
  house.whorl.store.db
    .selectFrom('journal')
    .select(['seq', 'act', 'changed'])
    .where('by_person', 'is not', null)
    .orderBy('seq')
    .execute()

const count = async (
  house: House,
  table: 'topic' | 'journal' | 'conversion' | 'space' | 'page_version' | 'evidence',
) => {
  // What follows from an act has entries of its own, in its own time; here only people's are counted.
  if (table === 'journal') return (await entriesOf(house)).length
  const row = await house.whorl.store.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

test('The same key gives the first outcome, and nothing happens twice', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'member')
  const first = await mara.does('start-topic', { title: 'Cache purge' }, 'wish-1')
  house.later(1)
  expect(await mara.does('start-topic', { title: 'Cache purge' }, 'wish-1')).toEqual(first)
  expect([await count(house, 'topic'), await count(house, 'journal')]).toEqual([1, 1])
  expect((await mara.does('start-topic', { title: 'Cache purge' }, 'wish-2')).topic.slug).toBe('cache-purge-2')
})

test('A key that was used for something else is refused; another person’s is their own', async () => {
  const house = await openHouse()
  const [mara, ben] = [await house.comes('Mara', 'member'), await house.comes('Ben', 'member')]
  await mara.does('start-topic', { title: 'Cache purge' }, 'wish-1')
  const used = { kind: 'unfit', field: 'key', remedy: /UUID/ }
  await expect(mara.does('start-topic', { title: 'Other' }, 'wish-1')).rejects.toMatchObject(used)
  await expect(mara.does('recompile', { topic: 'cache-purge' }, 'wish-1')).rejects.toMatchObject(used)
  expect((await ben.does('start-topic', { title: 'Other' }, 'wish-1')).topic.slug).toBe('other')
})

test.each(['', 'x'.repeat(101), 'a\0b', 'half \ud800'])(
  'The key %j is refused before anything happens',
  async (key) => {
    const house = await openHouse()
    const mara = await house.comes('Mara', 'member')
    await expect(mara.does('start-topic', { title: 'A' }, key)).rejects.toMatchObject({ kind: 'unfit', field: 'key' })
    await expect(mara.does('create-space', { name: 'A' }, key)).rejects.toMatchObject({ kind: 'unfit', field: 'key' })
    expect([await count(house, 'topic'), await count(house, 'space')]).toEqual([0, 1])
  },
)

test('One key sent many times at once to two processes is one wish', async () => {
  const { one, mara, maraThere } = await twoHouses()
  await one.mayMakeSpaces(mara)
  const wishes = [mara, maraThere, mara, maraThere, maraThere, mara]
  const topics = await Promise.all(wishes.map((who) => who.does('start-topic', { title: 'Cache purge' }, 'one wish')))
  expect(new Set(topics.map(({ topic }) => topic.id)).size).toBe(1)
  const spaces = await Promise.all(wishes.map((who) => who.does('create-space', { name: 'Ours' }, 'one space')))
  expect(new Set(spaces.map(({ slug }) => slug))).toEqual(new Set(['ours']))
  expect([await count(one, 'topic'), await count(one, 'space')]).toEqual([1, 2])
})

test('Two titles with one slug, started at once by two processes, are two topics', async () => {
  const { mara, maraThere } = await twoHouses()
  const titles = ['C in practice', 'C++ in practice', 'C, in practice', 'C in practice!']
  const started = await Promise.all(titles.map((title, n) => (n % 2 ? mara : maraThere).does('start-topic', { title })))
  const slugs = started.map(({ topic }) => topic.slug).sort()
  expect(slugs).toEqual(['c-in-practice', 'c-in-practice-2', 'c-in-practice-3', 'c-in-practice-4'])
})

test('Of two edits of one version exactly one is kept, and the other is told', async () => {
  const { one, other } = await twoHouses()
  const people = await three(one)
  const round = await goRound(one, people, 'Zebra')
  const { markdown, version } = await people.ben.does('read-page-text', { topic: round.topic })
  const edit = (who: Somebody, words: string) =>
    who.does('edit-page', { topic: round.topic, version, markdown: `${markdown}\n${words}\n` })
  const ended = await endings(edit(people.ben, 'Here.'), edit(other.here(people.mara), 'There.'))
  expect(ended).toContain('clash')
  expect(ended).toContainEqual({ version: version + 1 })
  const now = await people.ben.does('read-page-text', { topic: round.topic })
  expect(now.version).toBe(version + 1)
  expect(now.markdown.includes('Here.')).not.toBe(now.markdown.includes('There.'))
  const stale = await people.ben.isRefused('edit-page', { topic: round.topic, version, markdown })
  expect(stale).toMatchObject({ kind: 'clash', field: 'version', problem: /changed/, remedy: /Read it again/ })
  expect((await people.ben.isRefused('edit-page', { topic: round.topic, version: version + 9, markdown })).kind).toBe(
    'clash',
  )
})

test('Of two corrections of one version exactly one is kept', async () => {
  const { one, other } = await twoHouses()
  const people = await three(one)
  const { proposed } = await goRound(one, people, 'Zebra')
  const correct = (who: Somebody, statement: string) =>
    who.does('correct-claim', { claim: proposed, version: 1, statement })
  const ended = await endings(
    correct(people.mara, 'Here it is said.'),
    correct(other.here(people.mara), 'There it is said.'),
  )
  expect(ended.filter((one) => one === 'clash')).toHaveLength(1)
  expect((await people.mara.does('my-claims', {})).claims).toMatchObject([{ version: 2 }])
  for (const act of ['withdraw-claim', 'correct-claim'] as const) {
    expect((await people.mara.isRefused(act, { claim: proposed, version: 1 })).kind).toBe('clash')
  }
  const stale = await people.mara.isRefused('confirm-claims', { claims: [{ id: proposed, version: 1 }] })
  expect(stale.kind).toBe('clash')
})

test('When both say at once that one showed the other, it is one socialisation', async () => {
  const { one, other } = await twoHouses()
  const people = await three(one)
  const { openShowing } = await goRound(one, people, 'Zebra')
  const before = await count(one, 'conversion')
  const said = await endings(
    people.ana.does('say-shown', { showing: openShowing }),
    other.here(people.ben).does('say-shown', { showing: openShowing }),
  )
  expect(said).toContainEqual({ both: true })
  expect(said).toContainEqual({ both: false })
  expect(await count(one, 'conversion')).toBe(before + 1)
})

test('Two owners who take each other’s role at once leave the space an owner', async () => {
  const { one, other } = await twoHouses()
  const founder = (await one.whorl.store.db.selectFrom('person').select(['id', 'name']).execute()).find(
    ({ name }) => name === 'Founder',
  )
  const mara = await one.comes('Ana', 'owner')
  await mara.does('change-role', { person: founder?.id ?? '', role: 'member' })
  const ben = await one.comes('Ben', 'owner')
  await endings(
    mara.does('change-role', { person: ben.id, role: 'member' }),
    other.here(ben).does('change-role', { person: mara.id, role: 'member' }),
  )
  const owners = (await ben.does('list-people', {})).people.filter(({ role }) => role === 'owner')
  expect(owners).toHaveLength(1)
  const [last] = owners
  const lastOne = last?.id === ben.id ? ben : mara
  const refused = await lastOne.isRefused('change-role', { person: lastOne.id, role: 'reader' })
  expect(refused).toMatchObject({ kind: 'unfit', field: 'role', remedy: /owner first/ })
})

test('An act that throws leaves nothing: no row, no entry, no conversion, no place in the order', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'member')
  await mara.does('start-topic', { title: 'Before' })
  const { store } = house.whorl
  const wrote: string[] = []
  const perform = openPerform(store, { now: house.now, newId: () => `made-${wrote.length}` }, (space) =>
    wrote.push(space ?? ''),
  )
  for (const thrown of [new Error('A fault.'), new Refusal('unfit', { problem: 'No.', remedy: 'Yes.' })]) {
    const act = writingAct({
      name: 'fail-late',
      says: 'Fails when it is nearly done.',
      may: 'member',
      input: z.object({}),
      output: z.object({}),
      run: async (here) => {
        const topic = await newTopic(here, { title: 'Half', area: 'open', by: here.me.id })
        const what = { area: 'open', parts: [], topics: [topic.id], causes: [] }
        here.converts({ ...what, mode: 'combination', level: 'group' })
        throw thrown
      },
    })
    const call = { act, space: house.space.slug, input: {}, by: mara, door: 'test', key: 'late' }
    await expect(perform(call)).rejects.toBe(thrown)
  }
  expect(wrote).toEqual([])
  expect([await count(house, 'topic'), await count(house, 'journal'), await count(house, 'conversion')]).toEqual([
    1, 1, 0,
  ])
  expect(await store.db.selectFrom('outcome').select('key').execute()).toEqual([])
  const { topic } = await mara.does('start-topic', { title: 'After' })
  const entries = await entriesOf(house)
  expect(entries.map(({ act }) => act)).toEqual(['start-topic', 'start-topic'])
  expect(JSON.parse(entries[1]?.changed ?? '')).toEqual([
    { nouns: { topic: [topic.id] }, to: { area: 'open', topics: [topic.id] } },
  ])
})

test('Bad input is refused with its field, what is wrong, and what would do', async () => {
  const house = await openHouse()
  const people = await three(house)
  const { mara, ben } = people
  const round = await goRound(house, people, 'Zebra')
  const bad: [Somebody, Parameters<Somebody['isRefused']>[0], unknown, string, string][] = [
    [ben, 'start-topic', { title: '?!…' }, 'unfit', 'title'],
    [ben, 'start-topic', { title: 'two\nlines' }, 'unfit', 'title'],
    [ben, 'start-topic', { title: 'x'.repeat(121) }, 'unfit', 'title'],
    [ben, 'start-topic', { title: 'A', area: 'nowhere' }, 'absent', 'area'],
    [ben, 'ask', { topic: 'nothing', words: 'What?' }, 'absent', 'topic'],
    [ben, 'ask', { topic: round.topic, words: '  ' }, 'unfit', 'words'],
    [ben, 'ask', { topic: round.topic, words: 'What?', of: ben.id }, 'unfit', 'of'],
    [ben, 'ask', { topic: round.topic, words: 'What?', of: 'nobody' }, 'absent', 'of'],
    [ben, 'answer', { question: round.question, words: 'Aha. '.repeat(61) }, 'unfit', 'words'],
    [mara, 'pass-on', { request: round.openRequest, to: mara.id }, 'unfit', 'to'],
    [mara, 'pass-on', { request: round.openRequest, to: ben.id }, 'unfit', 'to'],
    [mara, 'decline', { request: round.request }, 'unfit', 'request'],
    [mara, 'snooze', { request: round.openRequest, until: '2026-05-01' }, 'unfit', 'until'],
    [mara, 'snooze', { request: round.openRequest, until: 'tomorrow' }, 'unfit', 'until'],
    [ben, 'correct-claim', { claim: round.claim, version: 2, statement: 'No.' }, 'not-yours', 'claim'],
    [mara, 'confirm-claims', { claims: [] }, 'unfit', 'claims'],
    [ben, 'edit-page', { topic: round.topic, version: round.version, markdown: 'No title.' }, 'unfit', 'markdown'],
    [
      ben,
      'edit-page',
      { topic: round.topic, version: round.version, markdown: '---\ntitle: Other\n---\n' },
      'unfit',
      'markdown',
    ],
    [
      ben,
      'edit-page',
      { topic: round.topic, version: round.version, markdown: '---\ntitle: [\n---\n' },
      'unfit',
      'markdown',
    ],
    [mara, 'import-page', { markdown: '---\ntitle: "!"\n---\n' }, 'unfit', 'markdown'],
    [mara, 'import-source', { name: '../../etc/passwd', text: 'x' }, 'unfit', 'name'],
    [mara, 'import-source', { name: '/etc/passwd', text: 'x' }, 'unfit', 'name'],
    [mara, 'import-source', { name: 'a/./b', text: 'x' }, 'unfit', 'name'],
    [mara, 'import-source', { name: 'a\\b', text: 'x' }, 'unfit', 'name'],
    [mara, 'import-source', { name: 'a]b', text: 'x' }, 'unfit', 'name'],
    [mara, 'import-source', { name: 'a', text: '\n' }, 'unfit', 'text'],
    [ben, 'recall', { exercise: round.exercise, grade: 'perfect' }, 'unfit', 'grade'],
    [ben, 'did-it', { topic: round.topic, on: '2026-02-30', with: mara.id }, 'unfit', 'on'],
    [ben, 'did-it', { topic: round.topic, on: '2027-01-01', with: mara.id }, 'unfit', 'on'],
    [ben, 'did-it', { topic: round.topic, on: '2026-05-01', with: ben.id }, 'unfit', 'with'],
    [mara, 'witness', { doing: round.doing, saw: false }, 'unfit', 'doing'],
    [ben, 'let-stand', { evidence: 'nothing' }, 'absent', 'evidence'],
    [mara, 'let-in', { area: 'open', person: ben.id }, 'unfit', 'area'],
  ]
  const before = await count(house, 'journal')
  for (const [who, act, input, kind, field] of bad) {
    const { problem, remedy, ...no } = await who.isRefused(act, input)
    expect({ act, input, kind: no.kind, field: no.field }).toEqual({ act, input, kind, field })
    for (const words of [problem, remedy]) expect(words).toMatch(/^\p{Lu}.*\.$/u)
  }
  expect(await count(house, 'journal')).toBe(before)
})

test('An exercise that was put to rest before it was ever taken can be taken later', async () => {
  const house = await openHouse()
  const people = await three(house)
  const round = await goRound(house, people, 'Zebra')
  await people.ana.does('rest-exercise', { exercise: round.exercise, why: 'bad-question' })
  expect(await people.ana.does('recall', { exercise: round.exercise, grade: 'had-it' })).toMatchObject({
    remembers: { stands: false },
  })
})

test('Every act has a name and one sentence of its own', () => {
  expect(new Set(acts.map(({ name }) => name)).size).toBe(acts.length)
  for (const { name, says } of acts) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(says).toMatch(/^\p{Lu}.*\.$/u)
  }
})
