/**
 * Lists that may grow to thousands are ordered and cut by the store: read by pages they are whole,
 * in order, once each.
 */
import { beforeAll, expect, test } from 'vitest'
import type { Store } from '../src/store/index.ts'
import { type House, openHouse, type Somebody } from './house.ts'

const MANY = 230

let house: House
let mara: Somebody
let ben: Somebody
let ana: Somebody
let topic: string

beforeAll(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'owner')
  ben = await house.comes('Ben', 'member')
  ana = await house.comes('Ana', 'member')
  topic = (await ben.does('start-topic', { title: 'Cache purge' })).topic.id
})

const numbers = Array.from({ length: MANY }, (_, n) => String(n).padStart(3, '0'))
/** Five rows share each moment: their ids decide. */
const at = (n: string) => `2026-05-05T09:00:00.${String(Math.floor(Number(n) / 5)).padStart(3, '0')}Z`

type Table = Parameters<Store['db']['insertInto']>[0]
const puts = (table: Table, rows: object[]) =>
  house.whorl.store.write(async ({ db }) => {
    for (let from = 0; from < rows.length; from += 100)
      await db
        .insertInto(table)
        .values(rows.slice(from, from + 100) as never)
        .execute()
  })

/** A list's rows, read in pages of so many. */
async function rowsOf(who: Somebody, act: string, list: string, most: number, given: object = {}): Promise<object[]> {
  const rows: object[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const input = { ...given, most, ...(after && { after }) }
    const page = (await who.does(act as 'list-parked', input)) as unknown as Record<string, object[]> & { next: string }
    expect(page[list]?.length).toBeLessThanOrEqual(most)
    rows.push(...(page[list] ?? []))
    after = page.next
  }
  return rows
}

const PAGES = [200, 7]

test('What failed, entries and jobs in one order', async () => {
  const { id: space_id } = house.space
  await puts(
    'parked',
    numbers.map((n) => ({ space_id, reaction: `r ${n}`, seq: Number(n), fault: 'No.', at: at(n), retry_at: null })),
  )
  const job = { space_id, kind: 'compile', subject: 'x', wished_at: at('000'), taken_by: null, taken_until: null }
  await puts(
    'job',
    numbers.map((n) => ({ ...job, id: `j ${n}`, attempts: 3, done_at: at(n), fault: 'Broken.' })),
  )
  const named = numbers.flatMap((n) => [
    { at: at(n), reaction: `r ${n}`, seq: Number(n), error: 'No.' },
    { at: at(n), reaction: `job:j ${n}`, seq: 0, error: 'Broken.' },
  ])
  const expected = named.sort((a, b) => (`${a.at} ${a.reaction}` < `${b.at} ${b.reaction}` ? -1 : 1))
  for (const most of PAGES) expect(await rowsOf(mara, 'list-parked', 'parked', most)).toEqual(expected)
})

test('Lines that wait for somebody: their own and their groups’, of one source or of all', async () => {
  const { question } = await ben.does('ask', { topic, words: 'How?' })
  const { claims, source } = await mara.does('answer', { question, words: 'Watch the queue, not the load.' })
  const other = await mara.does('answer', { question, words: 'Never purge at noon.' })
  const { db } = house.whorl.store
  const row = await db
    .selectFrom('claim')
    .selectAll()
    .where('id', '=', claims[0]?.id ?? '')
    .executeTakeFirstOrThrow()
  await puts('community', [group('waits', 'Those who wait')])
  await puts('community_member', [
    { space_id: house.space.id, community_id: 'waits', person_id: mara.id, since: at('000') },
  ])
  await puts(
    'claim',
    numbers.map((n) => ({
      ...row,
      id: `c ${n}`,
      proposed_at: at(n),
      ...(Number(n) % 3 === 0 && { speaker_id: null, group_id: 'waits' }),
    })),
  )
  // What she has agreed to waits for the others of the group, and for her no more; corrected since,
  // it does again.
  const assent = { space_id: house.space.id, person_id: mara.id, at: at('000') }
  await puts('claim_assent', [
    { ...assent, claim_id: 'c 003', version: row.version },
    { ...assent, claim_id: 'c 006', version: row.version - 1 },
  ])
  const ids = (rows: object[]) => rows.map((one) => (one as { id: string }).id)
  const many = numbers.filter((n) => n !== '003').map((n) => `c ${n}`)
  for (const most of PAGES) {
    expect(ids(await rowsOf(mara, 'my-claims', 'claims', most, { of: source }))).toEqual([claims[0]?.id, ...many])
    expect(ids(await rowsOf(mara, 'my-claims', 'claims', most))).toEqual(
      [claims[0]?.id, other.claims[0]?.id, ...many].sort(byAge(row.proposed_at)),
    )
    expect(ids(await rowsOf(ana, 'my-claims', 'claims', most))).toEqual([])
  }
})

/**
 * Those that were answered come first here, by their ids: the clock of a house stands before `at`.
 */
const byAge = (answered: string) => {
  expect(answered < at('000')).toBe(true)
  const key = (id = '') => (id.startsWith('c ') ? `1 ${id}` : `0 ${id}`)
  return (a?: string, b?: string) => (key(a) < key(b) ? -1 : 1)
}

test('Pages that a model could not write: all of them, the latest first', async () => {
  const { id: space_id } = house.space
  const { db } = house.whorl.store
  const own = await db.selectFrom('topic').selectAll().where('id', '=', topic).executeTakeFirstOrThrow()
  await puts(
    'topic',
    numbers.map((n) => ({ ...own, id: `t ${n}`, slug: `t-${n}`, title: `T ${n}`, folded: `t ${n}` })),
  )
  const none = { draft: null, model: null, written_at: null, taken_over_by: null, taken_over_at: null }
  await puts(
    'written_page',
    numbers.map((n) => ({
      space_id,
      topic_id: `t ${n}`,
      area_id: 'open',
      seen: '',
      ...none,
      fault: 'slow',
      fault_at: at(n),
    })),
  )
  for (const most of PAGES) {
    const rows = (await rowsOf(mara, 'model-spent', 'unwritten', most)) as { topic: { id: string } }[]
    expect(rows.map((one) => one.topic.id)).toEqual(numbers.map((n) => `t ${n}`).reverse())
  }
})

test('What was inferred about somebody: the newest scan first, and in it by number', async () => {
  const { id: space_id } = house.space
  const scan = { space_id, area_id: 'open', by_person: ben.id, name: 'chat', begun_at: at('000') }
  await puts(
    'turn',
    numbers.slice(0, 10).map((n) => ({ ...scan, id: `s ${n}` })),
  )
  const rows = numbers.map((n) => ({ n, of: Number(n) % 10, finding: Math.floor(Number(n) / 10) }))
  await puts(
    'inferred',
    rows.map(({ n, of, finding }) => ({
      ...{ space_id, turn_id: `s 00${of}`, finding, person_id: ana.id, line: n, at: at(`00${of}`), stands_at: null },
    })),
  )
  const expected = rows.sort((a, b) => b.of - a.of || a.finding - b.finding).map(({ n }) => n)
  for (const most of PAGES) {
    const told = (await rowsOf(ana, 'list-inferred', 'inferred', most)) as { line: string }[]
    expect(told.map(({ line }) => line)).toEqual(expected)
  }
  expect(await rowsOf(ben, 'list-inferred', 'inferred', 200)).toEqual([])
})

const group = (id: string, name: string) => ({
  ...{ space_id: house.space.id, id, name, area_id: 'open', formed_by: ben.id, formed_at: at('000') },
})

test('Groups, by name', async () => {
  await puts(
    'community',
    numbers.map((n) => group(`g ${n}`, `Group ${String(999 - Number(n))}`)),
  )
  for (const most of PAGES) {
    const groups = (await rowsOf(ana, 'list-communities', 'communities', most)) as { name: string; mine: boolean }[]
    const names = groups.map(({ name }) => name).filter((name) => name.startsWith('Group'))
    expect(names).toEqual(numbers.map((n) => `Group ${999 - Number(n)}`).reverse())
  }
})
