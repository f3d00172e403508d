/** Whose words a line is: a person's, a group's that says it together, or a document's. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acts } from '../src/acts.ts'
import { addClaim } from '../src/knowledge/index.ts'
import { matrix, type Place } from './area-matrix.ts'
import { openHouse, type Somebody } from './house.ts'
import { goRound, type Round } from './round.ts'
import { root } from './source.ts'

const WORDS = 'Nobody purges alone at night. Wake the second of the watch first.'

/** Five people are the night shift, and one of them has written two lines for it. */
async function opened(role: 'member' | 'keeper' = 'member') {
  const house = await openHouse()
  const names = ['Mara', 'Ben', 'Ana', 'Ida', 'Jo']
  const shift: Somebody[] = []
  for (const name of names) shift.push(await house.comes(name, name === 'Mara' ? 'keeper' : role))
  const [mara, ben, ana, ida, jo] = shift as [Somebody, Somebody, Somebody, Somebody, Somebody]
  const olga = await house.comes('Olga', 'member')
  const { topic } = await olga.does('start-topic', { title: 'Night purge' })
  const { question } = await olga.does('ask', { topic: topic.id, words: 'Who purges at night?' })
  const people = [ben, ana, ida, jo].map(({ id }) => id)
  const { community } = await mara.does('form-community', { name: 'Night shift', people })
  await ida.does('say-together', { question, group: community, words: WORDS })
  const waiting = async (who: Somebody) => (await who.does('my-claims', {})).claims
  const say = async (who: Somebody) => {
    const claims = (await waiting(who)).map(({ id, version }) => ({ id, version }))
    await who.does('confirm-claims', { claims })
    await house.whorl.settle()
  }
  return { house, mara, ben, ana, ida, jo, olga, topic: topic.id, question, community, waiting, say }
}

const linesOf = async (who: Somebody, topic: string) => (await who.does('list-claims', { topic })).claims

test('What a group says together waits for it, and stands once most of it have said so', async () => {
  const { house, mara, ben, ana, olga, topic, community, waiting, say } = await opened()
  for (const who of [mara, ben])
    expect((await waiting(who)).map(({ statement, voice }) => [statement, voice])).toEqual(
      ['Nobody purges alone at night.', 'Wake the second of the watch first.'].map((statement) => [
        statement,
        { group: { id: community, name: 'Night shift' } },
      ]),
    )
  expect(await waiting(olga)).toEqual([])
  await say(mara)
  expect(await waiting(mara)).toEqual([])
  await say(ben)
  expect(await linesOf(olga, topic)).toEqual([])
  await say(ana)
  const lines = await linesOf(olga, topic)
  expect(lines.map(({ voice }) => voice)).toEqual(Array(2).fill({ group: { id: community, name: 'Night shift' } }))
  // Nobody has it on record, and the telling is nobody's.
  expect((await olga.does('who-knows', { topic })).people).toEqual([])
  const { conversions } = await olga.does('topic-spiral', { topic })
  expect(conversions.filter(({ mode }) => mode === 'externalisation').map(({ parts }) => parts)).toEqual([
    [{ person: { id: olga.id, name: 'Olga' }, how: 'asked' }],
  ])
  expect(house.faults).toEqual([])
})

test('A group’s voice stands at every door as its own', async () => {
  const { mara, ben, ana, olga, topic, question, community, say } = await opened()
  for (const who of [mara, ben, ana]) await say(who)
  const voice = { group: { id: community, name: 'Night shift' } }
  const { citations, page } = await olga.does('read-page', { topic })
  expect(page?.html).toContain('Nobody purges alone at night')
  expect(citations[0]).toMatchObject({ voice })
  const source = citations[0]?.source ?? ''
  expect((await olga.does('read-source', { source })).source).toMatchObject({ voice, mine: false })
  expect((await olga.does('list-sources', {})).sources).toMatchObject([{ id: source, voice }])
  expect((await olga.does('list-questions', {})).questions).toMatchObject([{ id: question, answers: [{ by: voice }] }])
  expect((await olga.does('today', {})).things).toContainEqual(expect.objectContaining({ kind: 'answered', by: voice }))
  const [line] = await linesOf(olga, topic)
  expect(await olga.does('lineage', { claim: line?.id ?? '' })).toMatchObject({ claim: { voice }, forward: [] })
  expect((await olga.does('search', { words: 'purges alone' })).hits).toContainEqual(
    expect.objectContaining({ kind: 'claim', by: voice }),
  )
  expect((await olga.does('fetch', { id: `claim:${line?.id}` })).text).toContain('Night shift, 2026-05-04')
  expect((await olga.does('list-exercises', { topic })).exercises[0]).toMatchObject({ voice })
  const exported = await olga.does('export-files', { as: 'json', only: [topic] })
  expect(JSON.stringify(exported)).toContain('Night shift')
})

test('One of a group puts a line right, and it waits for the group again; each of it may take it out', async () => {
  const { house, mara, ben, ana, ida, jo, olga, topic, say } = await opened()
  for (const who of [mara, ben, ana]) await say(who)
  const [first, second] = await linesOf(olga, topic)
  const claim = first?.id ?? ''
  await jo.does('correct-claim', { claim, version: 1, statement: 'Nobody purges alone after dark.' })
  await house.whorl.settle()
  expect((await linesOf(olga, topic)).map(({ id }) => id)).toEqual([second?.id])
  expect((await olga.does('read-page', { topic })).page?.html).not.toContain('purges alone')
  expect((await olga.isRefused('lineage', { claim })).kind).toBe('absent')
  for (const who of [mara, ben, ida]) await say(who)
  expect((await linesOf(olga, topic)).map(({ statement }) => statement)).toContain('Nobody purges alone after dark.')
  expect(await olga.isRefused('withdraw-claim', { claim, version: 2 })).toMatchObject({ kind: 'not-yours' })
  await ana.does('withdraw-claim', { claim, version: 2 })
  await house.whorl.settle()
  expect((await linesOf(olga, topic)).map(({ id }) => id)).toEqual([second?.id])
})

test('Fewer than five are no group, and nobody says anything for one that they are not in', async () => {
  const { house, mara, ben, ana, olga, question, community } = await opened()
  const few = { name: 'Two of us', people: [ben.id, ben.id, mara.id, ana.id] }
  expect(await mara.isRefused('form-community', few)).toMatchObject({ kind: 'unfit', field: 'people' })
  const again = { name: 'night shift', people: [ben.id, ana.id, olga.id, mara.id] }
  expect(await mara.isRefused('form-community', again)).toMatchObject({ kind: 'unfit', field: 'name' })
  const words = { question, group: community, words: 'We say so.' }
  expect(await olga.isRefused('say-together', words)).toMatchObject({ kind: 'absent', field: 'group' })
  await house.whorl.store.write(({ db }) => db.deleteFrom('membership').where('person_id', '=', ana.id).execute())
  expect(await mara.isRefused('say-together', words)).toMatchObject({ kind: 'unfit', field: 'group' })
})

test('Whoever may only read is counted in no group: made so, they would leave few who can have said it', async () => {
  const { house, mara, ida, jo, question, community } = await opened()
  const olive = await house.comes('Olive', 'owner')
  await olive.does('change-role', { person: jo.id, role: 'reader' })
  const words = { question, group: community, words: 'We say so.' }
  for (const who of [mara, ida])
    expect(await who.isRefused('say-together', words)).toMatchObject({ kind: 'unfit', field: 'group' })
})

test('Who wrote for a group is in no act’s answer, for nobody, nor in what the journal says', async () => {
  const house = await openHouse()
  const people = {
    mara: await house.comes('Mara', 'keeper'),
    ben: await house.comes('Ben', 'member'),
    ana: await house.comes('Ana', 'member'),
  }
  const round = await goRound(house, people, 'Zebra')
  const [jo, olga] = [await house.comes('Jo', 'member'), await house.comes('Olga', 'owner')]
  // Whoever writes has done nothing else here: wherever their id stands, it tells.
  const writer = await house.comes('Wanda', 'member')
  const all = [people.mara.id, people.ben.id, people.ana.id, writer.id]
  const { community } = await jo.does('form-community', { name: 'Night shift', people: all })
  const said = { question: round.question, group: community, words: WORDS }
  const journal = () =>
    house.whorl.store.db.selectFrom('journal').selectAll().where('by_person', '=', writer.id).execute()
  await writer.does('say-together', said, 'a key')
  expect(await writer.does('say-together', said, 'a key')).toEqual({})
  for (const who of [people.mara, people.ben, people.ana]) {
    const claims = (await who.does('my-claims', {})).claims.filter(({ voice }) => 'group' in voice)
    await who.does('confirm-claims', { claims: claims.map(({ id, version }) => ({ id, version })) })
  }
  await house.whorl.settle()
  const lists = /"(?:list-people|list-communities|list-areas) \d+"/
  for (const who of [olga, people.mara, people.ben]) {
    const seen = Object.entries(await everything(who, round)).filter(([name]) => !lists.test(`"${name}"`))
    expect(JSON.stringify(seen)).toContain('Night shift')
    for (const [name, answer] of seen) expect([name, answer]).not.toEqual([name, expect.stringMatching(writer.id)])
  }
  expect(await journal()).toEqual([])

  // Taking it out, as its writer may though they have left the group, tells nothing either.
  await house.whorl.store.write(({ db }) =>
    db.deleteFrom('community_member').where('person_id', '=', writer.id).execute(),
  )
  const line = (await writer.does('list-claims', { topic: round.topic })).claims.find(({ voice }) => 'group' in voice)
  expect(await jo.isRefused('withdraw-claim', { claim: line?.id, version: 2 })).toMatchObject({ kind: 'clash' })
  expect(await olga.isRefused('withdraw-claim', { claim: line?.id, version: 1 })).toMatchObject({ kind: 'not-yours' })
  await writer.does('withdraw-claim', { claim: line?.id ?? '', version: 1 })
  expect(await journal()).toEqual([])
  const entries = await house.whorl.store.db.selectFrom('journal').select('changed').execute()
  const named = entries.filter(({ changed }) => changed.includes(writer.id))
  // Each of the group is told that its lines wait, the writer as the others.
  for (const { changed } of named) for (const id of all) expect(changed).toContain(id)
})

test('Who wrote is read by withdrawal, and by erasure when that comes, and by nothing else', () => {
  const reading = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.tsx?$/.test(file) && /wroteForGroup|claim_writer/.test(readFileSync(join(root, 'src', file), 'utf8')),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/^(store\/|knowledge\/(index|claim-writer-rows)\.ts$)/.test(file))
  expect(reading).toEqual(['externalisation/withdraw-claim.ts'])
})

test('A document’s line stands as the document’s: a keeper confirms it, and it tells nobody anything', async () => {
  const { house, mara, ben, olga, topic } = await opened()
  const { source } = await mara.does('import-source', {
    name: 'watch.md',
    title: 'The watch',
    text: 'Two keep watch.\n',
  })
  const id = 'a-line-of-a-document'
  await house.whorl.store.write(async (tx) => {
    const { area_id } = await tx.db
      .selectFrom('topic')
      .select('area_id')
      .where('id', '=', topic)
      .executeTakeFirstOrThrow()
    await addClaim(tx, {
      space_id: house.space.id,
      id,
      area_id,
      topic_id: topic,
      source_id: source,
      from_line: 1,
      to_line: 1,
      words: 'Two keep watch.',
      statement: 'Two keep watch at night.',
      holds_when: null,
      kind: 'what',
      sayable: 'easily',
      voice: { document: { id: source, name: 'The watch' } },
      version: 1,
      proposed_at: house.now(),
      confirmed_at: null,
      withdrawn_at: null,
      told_conversion: null,
      page_conversion: null,
      reworded_at: null,
    })
  })
  expect((await ben.isRefused('lineage', { claim: id })).kind).toBe('absent')
  expect((await ben.isRefused('confirm-claims', { claims: [{ id, version: 1 }] })).kind).toBe('absent')
  await mara.does('confirm-claims', { claims: [{ id, version: 1 }] })
  await house.whorl.settle()
  expect(await linesOf(olga, topic)).toMatchObject([{ id, voice: { document: { id: source, name: 'The watch' } } }])
  const { conversions } = await olga.does('topic-spiral', { topic })
  expect(conversions.filter(({ mode }) => mode === 'externalisation')).toEqual([])
  expect((await olga.does('who-knows', { topic })).people).toEqual([])
  await mara.does('withdraw-claim', { claim: id, version: 1 })
  expect(await linesOf(olga, topic)).toEqual([])
})

test('Where a group and somebody differ, each of the group is told, and says for it when its line holds', async () => {
  const { house, mara, ben, ana, ida, olga, community } = await opened()
  const { topic } = await olga.does('start-topic', { title: 'Edge purge' })
  const { question } = await olga.does('ask', { topic: topic.id, words: 'How long does a purge take?' })
  await ida.does('say-together', {
    question,
    group: community,
    words: 'A purge of the edge cluster takes 30 minutes to reach everyone.',
  })
  for (const who of [mara, ben, ana]) {
    const [claim] = (await who.does('my-claims', {})).claims.filter((one) => one.topic.id === topic.id)
    await who.does('confirm-claims', { claims: [{ id: claim?.id ?? '', version: 1 }] })
  }
  const words = 'A purge of the edge cluster takes 90 minutes to reach everyone.'
  const { claims } = await olga.does('answer', { question, words })
  await olga.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  await house.whorl.settle()
  const differ = async (who: Somebody) => {
    const { differences } = await who.does('list-differences', { topic: topic.id })
    return differences
  }
  expect(await differ(ben)).toMatchObject([{ waits: true }])
  expect(await differ(olga)).toMatchObject([{ waits: true }])
  const stranger = await house.comes('Sam', 'member')
  expect(await differ(stranger)).toEqual([])
  const difference = (await differ(ben))[0]?.id ?? ''
  await ben.does('say-when', { difference })
  await olga.does('say-when', { difference, holdsWhen: 'the new cluster' })
  expect((await differ(stranger))[0]?.sides.map(({ voice }) => Object.keys(voice))).toEqual(
    expect.arrayContaining([['group'], ['person']]),
  )
  expect(await differ(mara)).toMatchObject([{ waits: false }])
})

/** All that somebody can read of a round, by every reading act there is. */
async function everything(who: Somebody, at: Round): Promise<Record<string, string>> {
  const seen: Record<string, string> = {}
  const beside = { open: at, insider: who.id, outsider: who.id, title: at.title, fileName: at.fileName, fileText: '' }
  for (const { name } of acts.filter((act) => act.reads)) {
    const { aimed = [], blind = [], house }: Place = matrix[name]
    const inputs = house ? [{}] : [...aimed.map((aim) => aim(at, beside)), ...blind.map((input) => input(beside))]
    for (const [n, input] of inputs.entries()) {
      const said = await who.does(name, input as never).catch(({ kind, problem }) => ({ kind, problem }))
      seen[`${name} ${n}`] = JSON.stringify(said)
    }
  }
  return seen
}
