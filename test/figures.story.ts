/** Figures and whorls are kept by a reaction, and equal what a recount of the ledger gives, whatever has happened. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Here, inArea, type Mode, makeSpace } from '../src/ba/index.ts'
import { addMerged, dropMerged, mergedOf, newTopic, topicsLedTo } from '../src/knowledge/index.ts'
import { alsoAbout, conversionsById, recordAs } from '../src/ledger/index.ts'
import { recount } from '../src/spiral/index.ts'
import { type House, openHouse, type Somebody } from './house.ts'

const modes: Mode[] = ['socialisation', 'externalisation', 'combination', 'internalisation']
const TOPICS = 3

let house: House
let mara: Somebody
let spaces = 0

beforeAll(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'owner')
})

/** What may happen in a ledger; numbers choose among what is there. */
type Step =
  | { does: 'records'; mode: Mode; topics: number[]; shut: boolean; back: number[]; minutes: number }
  | { does: 'strikes'; back: number }
  | { does: 'merges'; from: number; into: number }
  | { does: 'parts'; topic: number }
  | { does: 'splits'; back: number; topic: number }
  | { does: 'settles' }

const topic = fc.nat(TOPICS - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      does: fc.constant('records' as const),
      mode: fc.constantFrom(...modes),
      topics: fc.uniqueArray(topic, { minLength: 1, maxLength: 2 }),
      shut: fc.nat(9).map((n) => n === 0),
      back: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
      minutes: fc.integer({ min: -9999, max: 9999 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('strikes' as const), back: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('merges' as const), from: topic, into: topic }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('parts' as const), topic }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('splits' as const), back: fc.nat(20), topic }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('settles' as const) }) },
)

interface Ledger {
  space: Here['space']
  topics: string[]
  conversions: string[]
}

/** A space of its own, so that each ledger begins empty. */
async function emptyLedger(): Promise<Ledger> {
  const id = `space-${++spaces}`
  const slug = await house.whorl.store.write((tx) =>
    makeSpace(tx, { id, name: `Ledger ${spaces}`, owner: mara.id, now: house.now() }),
  )
  const ledger: Ledger = { space: { id, slug, name: '' }, topics: [], conversions: [] }
  await within(ledger, async (here) => {
    for (let n = 0; n < TOPICS; n++)
      ledger.topics.push((await newTopic(here, { title: `Topic ${n}`, area: 'open', by: null })).id)
  })
  return ledger
}

let ids = 0
/** Does something in a ledger as an act would, with its entry in the journal. */
function within<T>({ space }: Ledger, work: (here: Here) => Promise<T>): Promise<T> {
  const hands = { space, newId: () => `made-${String(++ids).padStart(9, '0')}` }
  const entry = { act: 'compile', by: null, door: 'test', now: house.now() }
  return house.whorl.store.write((tx) => recordAs({ tx, ...hands }, entry, work))
}

const chosen = <T>(from: readonly T[], back: number): T | undefined => from.at(-1 - (back % Math.max(1, from.length)))

async function happens(ledger: Ledger, one: Step): Promise<void> {
  const topicOf = (n: number) => ledger.topics[n] ?? ''
  if (one.does === 'settles') await house.whorl.settle()
  if (one.does === 'records')
    await within(ledger, async ({ converts, now }) => {
      const causes = one.back.flatMap((back) => chosen(ledger.conversions, back) ?? [])
      const id = converts({
        mode: one.mode,
        area: one.shut ? 'shut' : 'open',
        parts: [],
        topics: one.topics.map(topicOf),
        level: 'group',
        causes: [...new Set(causes)].map((of, n) => ({ of, kind: n === 2 ? 'same-topic' : 'line' })),
        at: new Date(Date.parse(now) + one.minutes * 60_000).toISOString(),
      })
      ledger.conversions.push(id)
    })
  if (one.does === 'strikes') await strikes(ledger, chosen(ledger.conversions, one.back))
  if (one.does === 'merges') await merges(ledger, topicOf(one.from), topicOf(one.into))
  if (one.does === 'parts') await parts(ledger, topicOf(one.topic))
  if (one.does === 'splits') await splits(ledger, chosen(ledger.conversions, one.back), topicOf(one.topic))
}

const strikes = (ledger: Ledger, id: string | undefined) =>
  within(ledger, async ({ tx, space, now, changed }) => {
    const [found] = await conversionsById(tx, space.id, [id ?? ''])
    if (!found || found.struckAt) return
    const row = { space_id: space.id, conversion_id: found.id, by_person: mara.id, why: 'did-not-happen', at: now }
    await tx.db.insertInto('conversion_strike').values(row).execute()
    changed({ conversion: found.id }, inArea('open'))
  })

const merges = (ledger: Ledger, from: string, into: string) =>
  within(ledger, async ({ tx, space, now, changed }) => {
    const led = await topicsLedTo(tx, space.id, [from, into])
    if (from === into || led(from) !== from || led(into) !== into) return
    const none = { page_before: null, base_before: null, page_joined: null }
    const row = { topic_id: from, into_id: into, leads_to: into, by_person: mara.id, at: now, ...none }
    await addMerged(tx, { space_id: space.id, ...row })
    changed({ merged: [from, into] }, inArea('open'))
  })

const parts = (ledger: Ledger, topic: string) =>
  within(ledger, async ({ tx, space, changed }) => {
    const merged = await mergedOf(tx, space.id, topic)
    if (!merged || merged.into_id !== merged.leads_to) return
    await dropMerged(tx, space.id, topic, merged.leads_to)
    changed({ merged: [topic, merged.leads_to] }, inArea('open'))
  })

const splits = (ledger: Ledger, id: string | undefined, topic: string) =>
  within(ledger, async ({ tx, space, changed }) => {
    const [found] = await conversionsById(tx, space.id, [id ?? ''])
    if (!found) return
    await alsoAbout(tx, { space_id: space.id, conversion_id: found.id, topic_id: topic, seq: found.seq })
    changed({ conversion: found.id }, inArea('open'))
  })

test('Whatever is recorded, struck, merged, parted and split, and whenever it is followed, equals a recount', {
  timeout: 120_000,
}, async () => {
  let whorls = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 90 }), async (steps) => {
      const ledger = await emptyLedger()
      for (const one of steps) await happens(ledger, one)
      await house.whorl.settle()
      expect((await recount(house.whorl.store, { check: true })).differ).toEqual([])
      const rows = await house.whorl.store.db
        .selectFrom('whorl')
        .select('n')
        .where('space_id', '=', ledger.space.id)
        .execute()
      whorls += rows.length
    }),
    { numRuns: 30, seed: 20261130 },
  )
  // Ledgers in which no round closes would prove little.
  expect(whorls).toBeGreaterThan(20)
  expect(house.faults).toEqual([])
})

test('What is kept and is not what was counted is found, and counted anew', async () => {
  const { store } = house.whorl
  const ledger = await emptyLedger()
  for (const [n, mode] of modes.entries())
    await happens(ledger, { does: 'records', mode, topics: [0], shut: false, back: n ? [0] : [], minutes: n })
  await house.whorl.settle()
  const [topic = ''] = ledger.topics
  const kept = () => store.db.selectFrom('topic_figure').selectAll().where('topic_id', '=', topic).execute()
  const right = await kept()
  expect(right).toMatchObject([{ entries: 4, whorls: 1 }])
  await store.db.updateTable('topic_figure').set({ entries: 5 }).where('topic_id', '=', topic).execute()
  expect((await recount(store, { check: true })).differ).toEqual([topic])
  expect(await kept()).not.toEqual(right)
  expect((await recount(store, { check: false })).differ).toEqual([topic])
  expect(await kept()).toEqual(right)
  expect((await recount(store, { check: true })).differ).toEqual([])
})
