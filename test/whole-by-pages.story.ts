/** The whole is read by pages: each topic once, those that turned most first, whatever its figures lie in. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { makeSpace } from '../src/ba/index.ts'
import { addMerged, newTopic } from '../src/knowledge/index.ts'
import { recordAs } from '../src/ledger/index.ts'
import { type House, openHouse, type Somebody } from './house.ts'

const AREAS = ['open', 'left', 'right', 'shut']
const SEEN = ['open', 'left', 'right']

let house: House
let mara: Somebody
let n = 0

beforeAll(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'owner')
})

interface Topic {
  figures: { area: string; whorls: number; entries: number }[]
  joined: boolean
}

const topics: fc.Arbitrary<Topic[]> = fc.array(
  fc.record({
    figures: fc.uniqueArray(
      fc.record({ area: fc.constantFrom(...AREAS), whorls: fc.nat(2), entries: fc.integer({ min: 1, max: 3 }) }),
      { selector: ({ area }) => area, maxLength: 4 },
    ),
    joined: fc.nat(5).map((one) => one === 0),
  }),
  { minLength: 2, maxLength: 9 },
)

/** A space in which these topics have these figures; of its areas, one is closed to whoever reads. */
async function madeSpace(given: Topic[]) {
  const space = { id: `whole-${++n}`, slug: '', name: '' }
  space.slug = await house.whorl.store.write((tx) =>
    makeSpace(tx, { id: space.id, name: `Whole ${n}`, owner: mara.id, now: house.now() }),
  )
  const ids: string[] = []
  await house.whorl.store.write(async (tx) => {
    for (const id of AREAS.slice(1))
      await tx.db
        .insertInto('area')
        .values({ space_id: space.id, id, slug: id, name: id, closed: 1, made_at: house.now() })
        .execute()
    for (const area_id of SEEN.slice(1))
      await tx.db
        .insertInto('area_member')
        .values({ space_id: space.id, area_id, person_id: mara.id, since: house.now() })
        .execute()
    const entry = { act: 'compile', by: null, door: 'test', now: house.now() }
    await recordAs({ tx, space, newId: () => `whole-${++n}` }, entry, async (here) => {
      for (const [at, { joined }] of given.entries()) {
        const { id } = await newTopic(here, { title: `Topic ${at}`, area: 'open', by: null })
        const [into = id] = ids
        const nothing = { page_before: null, base_before: null, page_joined: null }
        const merged = { space_id: space.id, topic_id: id, into_id: into, leads_to: into, at: house.now(), ...nothing }
        if (joined && into !== id) await addMerged(tx, { ...merged, by_person: mara.id })
        ids.push(id)
      }
    })
  })
  await house.whorl.settle()
  const none = { socialisation_at: null, externalisation_at: null, combination_at: null, internalisation_at: null }
  const rows = given.flatMap(({ figures }, at) =>
    figures.map(({ area, ...figure }) => ({ area_id: area, topic_id: ids[at] ?? '', ...figure, ...none })),
  )
  await house.whorl.store.write(async (tx) => {
    for (const row of rows)
      await tx.db
        .insertInto('topic_figure')
        .values({ space_id: space.id, ...row })
        .execute()
  })
  return { slug: space.slug, ids }
}

test('Each topic that stands for itself comes once, with its figures in the areas seen, those that turned most first', async () => {
  await fc.assert(
    fc.asyncProperty(topics, fc.integer({ min: 1, max: 4 }), async (given, most) => {
      const { slug, ids } = await madeSpace(given)
      const there = house.here(mara, slug)
      const read: { topic: string; whorls: number }[] = []
      for (let after: string | undefined; ; ) {
        const page = await there.does('the-whole', { most, ...(after && { after }) })
        read.push(...page.topics.map(({ topic, whorls }) => ({ topic: topic.id, whorls })))
        if (page.next === null) break
        after = page.next
      }
      const seen = given.map(({ figures }) => figures.filter(({ area }) => SEEN.includes(area)))
      const own = [...given.keys()].filter((at) => at === 0 || !given[at]?.joined)
      expect(read.map(({ topic }) => topic).sort()).toEqual(own.map((at) => ids[at]).sort())
      for (const { topic, whorls } of read) {
        const figures = seen[ids.indexOf(topic)] ?? []
        expect(whorls).toBe(figures.reduce((sum, figure) => sum + figure.whorls, 0))
      }
      // A topic stands where the figures in the last of its areas put it; those without any come after all others.
      const place = (id: string) => {
        const figures = seen[ids.indexOf(id)] ?? []
        const last = figures.sort((a, b) => (a.area < b.area ? 1 : -1))[0]
        return last ? [last.whorls, last.entries] : [-1, -1]
      }
      const places = read.map(({ topic }) => place(topic))
      expect(places).toEqual(places.toSorted(([a = 0, x = 0], [b = 0, y = 0]) => b - a || y - x))
    }),
    { numRuns: 40 },
  )
})
