import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cursorAt, pageOfList, readCursor, rowsAfter, UPWARDS } from './page-of-list.ts'
import { Refusal } from './refusal.ts'

type Row = { at: string; id: string; hidden: boolean; words: string }

const placeOf = ({ at, id }: Row): [string, string] => [at, id]
const row = fc.record({
  at: fc.constantFrom('a', 'b', 'c', 'd'),
  id: fc.uuid(),
  hidden: fc.boolean(),
  words: fc.string({ maxLength: 20 }),
})
const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 40 })
const inOrder = (all: Row[]) =>
  all
    .filter(({ hidden }) => !hidden)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    .map(({ id }) => id)

const page = (all: Row[], after: string | null, most: number) =>
  pageOfList(
    { most, ...(after !== null && { after }) },
    {
      from: UPWARDS,
      rows: rowsAfter(all, placeOf),
      place: placeOf,
      show: (one) => (one.hidden ? undefined : one),
    },
  )

test('All pages together are every row once, in order, with whatever is added and taken away meanwhile', async () => {
  const changes = fc.array(fc.tuple(rows, fc.nat()), { maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(rows, changes, fc.integer({ min: 1, max: 7 }), async (first, changes, most) => {
      let all = first
      const [stays, shown] = [new Set(inOrder(first)), [] as Row[]]
      for (let after: string | null | undefined; after !== null; ) {
        const read = await page(all, after ?? null, most)
        shown.push(...read.rows)
        after = read.next
        const [added, gone] = changes.shift() ?? [[], 0]
        const fresh = added.filter(({ id }) => !all.some((one) => one.id === id) && !shown.some((one) => one.id === id))
        const left = all[gone % (all.length + 1)]
        if (left) stays.delete(left.id)
        all = [...all.filter((one) => one !== left), ...fresh]
      }
      expect(inOrder(shown)).toEqual(shown.map(({ id }) => id))
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
      for (const id of stays) expect(shown.map((one) => one.id)).toContain(id)
    }),
  )
})

test('What is not to be seen leaves no trace: rows, cursors and the end are as if it were not there', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 7 }), async (all, most) => {
      const seen = all.filter(({ hidden }) => !hidden)
      for (let after: string | null | undefined; after !== null; ) {
        const [one, other] = [await page(all, after ?? null, most), await page(seen, after ?? null, most)]
        expect(one).toEqual(other)
        after = one.next
      }
    }),
  )
})

test('A page ends before it is large, and holds one row at least', async () => {
  const large = Array.from(
    { length: 8 },
    (_, n): Row => ({ at: 'a', id: `${n}`, hidden: false, words: 'x'.repeat(90_000) }),
  )
  const read = await page(large, null, 200)
  expect(read.rows).toHaveLength(1)
  expect(read.next).not.toBeNull()
  const [huge] = large.map((one) => ({ ...one, words: 'x'.repeat(500_000) }))
  expect((await page(huge ? [huge] : [], null, 200)).rows).toHaveLength(1)
})

test('A cursor is read as the place it was made of, and whatever else is sent is refused by its field', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, number) => {
      const place: [string, number] = [text.replaceAll('\0', '').toWellFormed(), number]
      expect(readCursor(cursorAt(place), ['', 0])).toEqual(place)
    }),
  )
  for (const wrong of [
    '',
    'x',
    '####',
    cursorAt([1, 'a']),
    cursorAt(['a']),
    cursorAt(['\0', 1]),
    cursorAt(['a', 1.5]),
  ]) {
    const read = () => readCursor(wrong, ['', 0])
    expect(read).toThrow(Refusal)
    expect(read).toThrow('after')
  }
})
