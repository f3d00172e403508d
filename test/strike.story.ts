/** What was recorded and was not so is struck: it stays in the ledger, and counts in nothing any more. */
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { recount } from '../src/spiral/index.ts'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

let house: House
let mara: Somebody
let ben: Somebody
let ana: Somebody
let round: Awaited<ReturnType<typeof goRound>>

beforeEach(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'keeper')
  ben = await house.comes('Ben', 'member')
  ana = await house.comes('Ana', 'member')
  round = await goRound(house, { mara, ben, ana }, 'Zebra')
})

const spiralFor = (who: Somebody) => who.does('topic-spiral', { topic: round.topic })
const right = async () => expect((await recount(house.whorl.store, { check: true })).differ).toEqual([])

test('Whoever took part strikes it: it leaves the spiral, the figures and its whorl, and stays in the ledger', async () => {
  const before = await spiralFor(ben)
  expect([before.closed, before.whorls.length]).toEqual([1, 1])
  expect(before.conversions.find(({ id }) => id === round.conversion)).toMatchObject({
    mode: 'socialisation',
    mine: true,
    whorl: 1,
  })
  await ben.does('strike-conversion', { conversion: round.conversion, why: 'did-not-happen' })
  await house.whorl.settle()
  const after = await spiralFor(ben)
  expect(after.conversions.map(({ id }) => id)).toEqual(
    before.conversions.map(({ id }) => id).filter((id) => id !== round.conversion),
  )
  // Without it the round has not passed through all four.
  expect([after.closed, after.whorls, after.conversions.map(({ whorl }) => whorl).filter((n) => n !== null)]).toEqual([
    0,
    [],
    [],
  ])
  const [whole] = (await ben.does('the-whole', {})).topics.filter(({ topic }) => topic.id === round.topic)
  expect([whole?.whorls, whole?.modes.socialisation]).toEqual([0, null])
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from conversion where id = ${round.conversion}`.execute(house.whorl.store.db)
  expect(Number(rows[0]?.n)).toBe(1)
  await right()
  // What it is caused by is named by nobody from now on.
  const { things } = await ben.does('what-helped', { topic: round.topic, on: '2026-05-04' })
  expect(things.map(({ kind }) => kind)).toEqual(['page'])
})

test('Struck twice it is struck once, and by the first; the database changes and drops no row of the ledger', async () => {
  await ben.does('strike-conversion', { conversion: round.conversion, why: 'did-not-happen' })
  await mara.does('strike-conversion', { conversion: round.conversion, why: 'counted-twice' })
  const { store } = house.whorl
  const strikes = await store.db.selectFrom('conversion_strike').selectAll().execute()
  expect(strikes).toMatchObject([{ conversion_id: round.conversion, by_person: ben.id, why: 'did-not-happen' }])
  for (const table of ['conversion_part', 'conversion_topic', 'conversion_cause', 'conversion_strike']) {
    for (const deed of [`update ${table} set conversion_id = 'x'`, `delete from ${table}`])
      await expect(sql.raw(deed).execute(store.db)).rejects.toThrow('append-only')
  }
})

test('Nobody strikes what they took no part in; of a page that put itself together, a keeper may say so', async () => {
  const other = { conversion: round.conversion, why: 'did-not-happen' } as const
  expect(await ana.isRefused('strike-conversion', other)).toMatchObject({ kind: 'not-yours' })
  expect(await ben.isRefused('strike-conversion', { ...other, conversion: 'none' })).toMatchObject({ kind: 'absent' })
  const page = (await spiralFor(ben)).conversions.find(({ mode }) => mode === 'combination')?.id ?? ''
  expect(await ben.isRefused('strike-conversion', { ...other, conversion: page })).toMatchObject({ kind: 'not-yours' })
  await mara.does('strike-conversion', { ...other, conversion: page })
  await house.whorl.settle()
  expect((await spiralFor(ben)).conversions.map(({ mode }) => mode)).not.toContain('combination')
  await right()
})

test('What helped is named by its doer, of what can have: another’s showing, or one after that day, is refused', async () => {
  const did = { topic: round.topic, on: '2026-05-03', with: ana.id }
  expect(await mara.isRefused('did-it', { ...did, helped: [round.conversion] })).toMatchObject({ field: 'helped' })
  expect(await ben.isRefused('did-it', { ...did, on: '2026-04-01', helped: [round.conversion] })).toMatchObject({
    kind: 'unfit',
    field: 'helped',
  })
  // Named by nobody, the same topic is no cause.
  const { doing } = await ben.does('did-it', did)
  await ana.does('witness', { doing, saw: true })
  const last = (await spiralFor(ben)).conversions.at(-1)
  expect([last?.mode, last?.causes]).toEqual(['internalisation', []])
})

test('A bare fact is a line like any other and counts nothing; a page of one voice puts nothing together', async () => {
  const { topic } = await ben.does('start-topic', { title: 'Ledger' })
  const { question } = await ben.does('ask', { topic: topic.id, words: 'What is it?' })
  const { claims } = await mara.does('answer', { question, words: 'The ledger is a book of what happened.' })
  expect(claims.map(({ kind }) => kind)).toEqual(['what'])
  await mara.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  await house.whorl.settle()
  expect((await ben.does('list-claims', { topic: topic.id })).claims).toHaveLength(1)
  expect((await ben.does('read-page', { topic: topic.id })).page?.html).toContain('book of what happened')
  expect((await ben.does('topic-spiral', { topic: topic.id })).conversions).toEqual([])
  // A warning in the same words' answer counts, once its speaker says that it is one.
  const again = await mara.does('answer', { question, words: 'The ledger only grows.' })
  const [line] = again.claims
  await mara.does('correct-claim', { claim: line?.id ?? '', version: 1, kind: 'hard' })
  await mara.does('confirm-claims', { claims: [{ id: line?.id ?? '', version: 2 }] })
  expect((await ben.does('topic-spiral', { topic: topic.id })).conversions.map(({ mode }) => mode)).toEqual([
    'externalisation',
  ])
})

test('Evidence of a showing that was struck is kept and counts no more, and its question is open again', async () => {
  const { topic } = await ben.does('start-topic', { title: 'Ledger' })
  const { question } = await ben.does('ask', { topic: topic.id, words: 'How is it kept?' })
  const { showing } = await mara.does('offer-showing', { question })
  for (const who of [mara, ben]) await who.does('say-shown', { showing })
  const knows = async () => (await ana.does('who-knows', { topic: topic.id })).people.map(({ person }) => person.name)
  const mine = async () => (await mara.does('my-record', {})).record.filter((one) => one.topic.id === topic.id)
  const settled = async () =>
    (await ana.does('list-questions', { topic: topic.id })).questions.map((one) => one.settled)
  const [explained] = await mine()
  expect([await knows(), explained?.kind]).toEqual([['Mara'], 'explained'])
  expect(await settled()).toEqual([true])

  const [conversion] = (await ben.does('topic-spiral', { topic: topic.id })).conversions
  await ben.does('strike-conversion', { conversion: conversion?.id ?? '', why: 'did-not-happen' })
  expect([await knows(), await mine()]).toEqual([[], []])
  expect(await settled()).toEqual([false])
  expect(await mara.isRefused('let-stand', { evidence: explained?.evidence ?? '' })).toMatchObject({ kind: 'absent' })
  const { db } = house.whorl.store
  const kept = db.selectFrom('evidence').select(['person_id', 'struck_at']).where('because', '=', showing)
  expect(await kept.execute()).toEqual([{ person_id: mara.id, struck_at: expect.stringMatching(/Z$/) }])
  // What was not shown after all can be shown.
  const again = await mara.does('offer-showing', { question })
  for (const who of [mara, ben]) await who.does('say-shown', { showing: again.showing })
  expect([await knows(), await settled()]).toEqual([['Mara'], [true]])
})

test('Evidence of a doing that was struck counts no more', async () => {
  const did = async () =>
    (await ana.does('who-knows', { topic: round.topic })).people
      .flatMap(({ person, reasons }) => reasons.map(({ kind }) => `${person.name} ${kind}`))
      .filter((one) => one.endsWith(' did'))
  const before = await did()
  const conversions = (await ben.does('topic-spiral', { topic: round.topic })).conversions
  const last = conversions.filter(({ mode, mine }) => mode === 'internalisation' && mine).at(-1)
  await ben.does('strike-conversion', { conversion: last?.id ?? '', why: 'counted-twice' })
  expect(before).toContain('Ben did')
  expect(await did()).toEqual(before.filter((one) => one !== 'Ben did'))
})

test('What was struck can be said anew, of the same day and with the same witness', async () => {
  const did = { topic: round.topic, on: '2026-05-03', with: ana.id } as const
  const said = async (help: 'alone' | 'with-help') => {
    const { doing } = await ben.does('did-it', { ...did, help })
    await ana.does('witness', { doing, saw: true, help })
    return doing
  }
  const mine = async () =>
    (await ben.does('my-doings', {})).doings.filter(({ on }) => on === did.on).map(({ doing, help }) => [doing, help])
  const done = async () =>
    (await spiralFor(ben)).conversions.filter(({ mode, at }) => mode === 'internalisation' && at.startsWith(did.on))
  const first = await said('alone')
  expect(await mine()).toEqual([[first, 'alone']])
  // As long as it stands, it is the same thing said twice.
  expect((await ben.does('did-it', { ...did, help: 'with-help' })).doing).toBe(first)

  const [wrong] = await done()
  await ana.does('strike-conversion', { conversion: wrong?.id ?? '', why: 'happened-otherwise' })
  expect([await mine(), await done()]).toEqual([[], []])
  const anew = await said('with-help')
  expect(anew).not.toBe(first)
  expect([await mine(), (await done()).length]).toEqual([[[anew, 'with-help']], 1])
  await house.whorl.settle()
  await right()
})
