/** Whatever is made of closed things is closed: by any way round, nothing that was said in one area stands in another. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { recount } from '../src/spiral/index.ts'
import type { Tables } from '../src/store/index.ts'

import { type House, openHouse, type Somebody } from './house.ts'

/** What is said in each area has its mark; every title and file name is the same in all. */
const marks = { open: 'xanthe', one: 'zebra', other: 'okapi' }
type Where = keyof typeof marks
const wheres = Object.keys(marks) as Where[]

let house: House
let founder: Somebody
let people: Somebody[]

beforeAll(async () => {
  house = await openHouse()
  founder = await house.comes('Mara', 'reader')
  await house.mayMakeSpaces(founder)
  people = [await house.comes('Ben', 'reader'), await house.comes('Ana', 'reader')]
})

type Place = { where: Where; area: string; mark: string; topics: string[]; questions: string[]; claims: string[] }
type Step = (who: Somebody, at: Place, other: Somebody) => Promise<unknown>

const last = (ids: string[]) => ids.at(-1) ?? 'none'

/** Everything that makes something of something, each a step in an area. */
const steps: Record<string, Step> = {
  start: async (who, at) => at.topics.push((await who.does('start-topic', { title: 'Purge', area: at.area })).topic.id),
  bring: (who, { area, mark }) =>
    who.does('import-source', { name: 'purge.md', text: `# Purge\n\nA purge is ${mark}.\n`, area }),
  ask: async (who, at, { id }) => {
    const { question } = await who.does('ask', { topic: last(at.topics), words: `Why ${at.mark}?`, of: id })
    at.questions.push(question)
  },
  answer: async (who, at) => {
    const words = `A purge needs ${at.mark} first. When it rains, watch the ${at.mark} queue.`
    const { claims } = await who.does('answer', { question: last(at.questions), words })
    await who.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
    at.claims.push(...claims.map(({ id }) => id))
  },
  correct: (who, at) =>
    who.does('correct-claim', { claim: last(at.claims), version: 1, statement: `Now ${at.mark} differs from before.` }),
  show: async (who, at, other) => {
    const { showing } = await who.does('offer-showing', { question: last(at.questions) })
    await who.does('say-shown', { showing })
    await other.does('say-shown', { showing })
  },
  edit: async (who, at) => {
    const { version, markdown } = await who.does('read-page-text', { topic: last(at.topics) })
    const more = `\nBy hand: ${at.mark}, as in [[Purge]]. ^[purge.md:3]\n`
    await who.does('edit-page', { topic: last(at.topics), version, markdown: markdown + more })
  },
  recall: async (who, at) => {
    const { exercises } = await who.does('list-exercises', { topic: last(at.topics) })
    await who.does('recall', { exercise: exercises[0]?.id ?? 'none', grade: 'had-it', reply: at.mark })
  },
  differ: async (who, at) => {
    const { exercises } = await who.does('list-exercises', { topic: last(at.topics) })
    const exercise = exercises[0]?.id ?? 'none'
    await who.does('rest-exercise', { exercise, why: 'done-differently', words: `Not ${at.mark} now.` })
  },
  did: async (who, at, other) => {
    const { things } = await who.does('what-helped', { topic: last(at.topics) })
    const helped = things.map(({ id }) => id)
    const what = { topic: last(at.topics), on: '2026-05-04', with: other.id, words: at.mark, helped }
    const { doing } = await who.does('did-it', what)
    await other.does('witness', { doing, saw: true })
  },
  rename: (who, at) => who.does('rename-topic', { topic: last(at.topics), title: `Purge of ${at.mark}` }),
  merge: (who, at) => who.does('merge-topics', { from: last(at.topics), into: at.topics[0] ?? 'none' }),
  part: (who, at) => who.does('part-topics', { topic: last(at.topics) }),
  split: async (who, at) => {
    const { version, blocks, claims } = await who.does('list-parts', { topic: last(at.topics) })
    const input = { title: 'Purge itself', version, blocks: blocks.slice(1).map(({ n }) => n) }
    const made = { topic: last(at.topics), ...input, claims: claims.map(({ id }) => id) }
    at.topics.push((await who.does('split-topic', made)).topic.id)
  },
  compile: (who, at) => who.does('recompile', { topic: last(at.topics) }),
  settle: () => house.whorl.settle(),
}

const made = [
  'topic',
  'question',
  'source',
  'claim',
  'page',
  'page_version',
  'citation',
  'evidence',
  'request',
  'showing',
  'exercise',
  'card',
  'recall',
  'doing',
  'former_name',
  'merged',
  'conversion',
  'conversion_topic',
  'conversion_cause',
  'topic_figure',
  'whorl',
  'whorl_part',
  'search_document',
] as const satisfies (keyof Tables)[]

type Row = Record<string, unknown>

/** Every row of a space, each with the area it belongs to: its own, its topic's, or its exercise's. */
async function rowsOf(space: string): Promise<{ table: string; area: string; row: Row }[]> {
  return house.whorl.store.read(async ({ db }) => {
    const all = new Map<string, Row[]>()
    for (const table of made)
      all.set(table, await db.selectFrom(table).selectAll().where('space_id', '=', space).execute())
    const areaOf = (table: string, id: unknown) => all.get(table)?.find((row) => row.id === id)?.area_id
    const area = (row: Row) =>
      row.area_id ??
      (row.conversion_id ? areaOf('conversion', row.conversion_id) : undefined) ??
      (row.topic_id ? areaOf('topic', row.topic_id) : areaOf('exercise', row.exercise_id))
    return [...all].flatMap(([table, rows]) => rows.map((row) => ({ table, area: String(area(row)), row })))
  })
}

const round = ['start', 'bring', 'settle', 'ask', 'answer', 'settle', 'show', 'edit', 'recall', 'did']
const step = fc.record({
  name: fc.constantFrom(...Object.keys(steps)),
  where: fc.constantFrom(...wheres),
  who: fc.constantFrom(0, 1),
})

test('Whatever two people who see all areas do, nothing of one comes to stand in another', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (random) => {
      const { slug } = await founder.does('create-space', { name: 'Apart' })
      const mara = house.here(founder, slug)
      const both = []
      for (const who of people) both.push(await house.joins(who, 'keeper', slug))
      const places = {} as Record<Where, Place>
      const areas = new Map<string, string>()
      for (const where of wheres) {
        const area = where === 'open' ? 'open' : (await mara.does('make-area', { name: 'Board room' })).slug
        if (where !== 'open') for (const who of both) await mara.does('let-in', { area, person: who.id })
        places[where] = { where, area, mark: marks[where], topics: [], questions: [], claims: [] }
      }
      // A whole round in each, woven into one another, and then whatever comes.
      const woven = round.flatMap((name) =>
        wheres.map((where) => ({ name, where, who: name === 'answer' || name === 'show' ? 1 : 0 })),
      )
      let done = 0
      for (const { name, where, who } of [...woven, ...random]) {
        const [one, other] = [both[who] as Somebody, both[1 - who] as Somebody]
        await steps[name]?.(one, places[where], other).then(
          () => done++,
          (error) => {
            if (error.constructor.name !== 'Refusal') throw error
          },
        )
      }
      await house.whorl.settle()
      expect(done).toBeGreaterThanOrEqual(woven.length)
      const space = await house.whorl.store.read(({ db }) =>
        db.selectFrom('space').select('id').where('slug', '=', slug).executeTakeFirstOrThrow(),
      )
      const kept = await house.whorl.store.read(({ db }) =>
        db.selectFrom('area').select(['id', 'slug']).where('space_id', '=', space.id).execute(),
      )
      for (const { id, slug: named } of kept)
        areas.set(id, wheres.find((where) => places[where].area === named) ?? 'nowhere')
      const rows = await rowsOf(space.id)
      for (const { table, area, row } of rows) {
        const own = areas.get(area) as Where
        const foreign = wheres.filter((where) => where !== own && where !== 'open')
        const text = JSON.stringify(row)
        for (const where of foreign) expect(text, `${table} in ${own}`).not.toContain(marks[where])
      }
      expectCausesApart(rows)
      expect((await recount(house.whorl.store, { check: true })).differ).toEqual([])
      await expectCitedApart(both[0] as Somebody, places)
    }),
    { numRuns: 4, seed: 20260504 },
  )
})

/** What led to a conversion was in its own area, or open; and its topics are its area's. */
function expectCausesApart(rows: Awaited<ReturnType<typeof rowsOf>>): void {
  const of = (table: string) => rows.filter((one) => one.table === table)
  const conversions = new Map(of('conversion').map(({ row, area }) => [row.id, area]))
  const topics = new Map(of('topic').map(({ row, area }) => [row.id, area]))
  for (const { row, area } of of('conversion_cause')) expect(['open', area]).toContain(conversions.get(row.cause_id))
  for (const { row, area } of of('conversion_topic')) expect(topics.get(row.topic_id)).toBe(area)
  for (const table of ['topic_figure', 'whorl', 'whorl_part'])
    for (const { row, area } of of(table)) expect(topics.get(row.topic_id)).toBe(area)
}

/** A citation reaches its page's own area, or the open one, also where another area has a source of that name. */
async function expectCitedApart(who: Somebody, places: Record<Where, Place>): Promise<void> {
  for (const { topics, mark, where } of Object.values(places)) {
    for (const topic of topics) {
      const { citations, page } = await who.does('read-page', { topic })
      for (const { source } of citations) {
        if (!source) continue
        const text = JSON.stringify(await who.does('read-source', { source }))
        const own = [mark, marks.open].some((one) => text.includes(one))
        expect(own, `a citation of ${where}`).toBe(true)
      }
      if (page && citations.some(({ name }) => name === 'purge.md')) {
        const named = citations.find(({ name, source }) => name === 'purge.md' && source)
        const text = named ? JSON.stringify(await who.does('read-source', { source: named.source ?? '' })) : mark
        expect(text, `purge.md of ${where}`).toContain(mark)
      }
    }
  }
}

test('A page of the open area that somebody who sees both makes cite a closed source reaches nothing by it', async () => {
  const { slug } = await founder.does('create-space', { name: 'Cited' })
  const mara = house.here(founder, slug)
  const out = await house.joins(people[0] as Somebody, 'member', slug)
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  const { source } = await mara.does('import-source', { name: 'closed.md', text: 'Zebra.\n', area })
  await mara.does('start-topic', { title: 'Zebra', area })
  const { topic } = await mara.does('import-page', {
    markdown: '---\ntitle: Purge\n---\n\nSee [[Zebra]]. ^[closed.md:1]\n',
  })
  const seen = async (who: Somebody) => {
    const { citations, links } = await who.does('read-page', { topic: topic.id })
    return { sources: citations.map((one) => one.source), links }
  }
  // Nor for her: what a page says is the same for all who read it. A link leads her where she may go.
  expect(await seen(mara)).toEqual({ sources: [null], links: { Zebra: expect.stringContaining('board-room') } })
  expect(await seen(out)).toEqual({ sources: [null], links: { Zebra: null } })
  expect((await out.isRefused('read-source', { source })).kind).toBe('absent')
})

test('Of two sources of one name a closed page is made of its own, and cites its own', async () => {
  const { slug } = await founder.does('create-space', { name: 'Named' })
  const mara = house.here(founder, slug)
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  const text = (mark: string) => `# Purge\n\nA purge is ${mark}.\n`
  await mara.does('import-source', { name: 'purge.md', text: text('xanthe') })
  const { source } = await mara.does('import-source', { name: 'purge.md', text: text('zebra'), area })
  await mara.does('import-source', { name: 'more.md', text: text('plain') })
  const { topic } = await mara.does('start-topic', { title: 'Purge', area })
  await house.whorl.settle()
  const { page, citations } = await mara.does('read-page', { topic: topic.id })
  expect(page?.html.match(/xanthe|zebra|plain/g)).toEqual(['zebra', 'plain'])
  expect(citations.find(({ name }) => name === 'purge.md')?.source).toBe(source)
})
