import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cause } from '../../ba/index.ts'
import { modes } from './topic-spiral.ts'
import { type Entry, whorlsOf } from './whorls.ts'

const conversion = (
  id: number,
  mode: (typeof modes)[number],
  causes: number[],
  kind: Cause['kind'] = 'line',
): Entry => ({
  id: `c${id}`,
  seq: id,
  mode,
  area_id: 'open',
  rule: 2,
  causes: causes.map((cause) => ({ of: `c${cause}`, kind })),
  at: new Date(1_700_000_000_000 + id * 1000).toISOString(),
})

/** A ledger: each conversion caused by some of those before it. */
const ledger = fc
  .array(fc.tuple(fc.constantFrom(...modes), fc.array(fc.nat(20), { maxLength: 3 })), { maxLength: 20 })
  .map((rows) =>
    rows.map(([mode, back], id) =>
      conversion(
        id,
        mode,
        back.map((steps) => id - 1 - steps).filter((cause) => cause >= 0),
      ),
    ),
  )

test('Each conversion counts in one whorl at most', () => {
  fc.assert(
    fc.property(ledger, (conversions) => {
      const counted = whorlsOf(conversions).flatMap((whorl) => whorl.conversions)
      expect(new Set(counted).size).toBe(counted.length)
    }),
  )
})

test('Every whorl has passed through all four modes', () => {
  fc.assert(
    fc.property(ledger, (conversions) => {
      for (const whorl of whorlsOf(conversions)) {
        const inIt = conversions.filter(({ id }) => whorl.conversions.includes(id)).map(({ mode }) => mode)
        expect(new Set(inIt).size).toBe(4)
      }
    }),
  )
})

test('Everything in a whorl leads to its last conversion, by causes in it', () => {
  fc.assert(
    fc.property(ledger, (conversions) => {
      for (const { conversions: ids } of whorlsOf(conversions)) {
        const reached = new Set(ids.slice(-1))
        for (const id of [...ids].reverse()) {
          expect(reached.has(id)).toBe(true)
          for (const cause of conversions.find((one) => one.id === id)?.causes ?? []) reached.add(cause.of)
        }
      }
    }),
  )
})

test('A chain of four modes closes one whorl, in whatever order they come', () => {
  const orders = fc.shuffledSubarray([...modes], { minLength: 4 })
  fc.assert(
    fc.property(orders, (order) => {
      const whorls = whorlsOf(order.map((mode, id) => conversion(id, mode, id ? [id - 1] : [])))
      expect(whorls).toMatchObject([{ n: 1, conversions: ['c0', 'c1', 'c2', 'c3'] }])
    }),
  )
})

test('Four modes that did not cause each other close nothing', () => {
  expect(whorlsOf(modes.map((mode, id) => conversion(id, mode, [])))).toEqual([])
})

test('The same topic leads nowhere, but for what closed when it was enough', () => {
  const chain = modes.map((mode, id) => conversion(id, mode, id ? [id - 1] : [], 'same-topic'))
  expect(whorlsOf(chain)).toEqual([])
  expect(whorlsOf(chain.map((one) => ({ ...one, rule: 1 })))).toMatchObject([
    { n: 1, rule: 1, conversions: ['c0', 'c1', 'c2', 'c3'] },
  ])
  // One that names an old conversion goes no further behind it.
  const [s, e, c] = chain.map((one) => ({ ...one, rule: 1 }))
  const done = conversion(3, 'internalisation', [2], 'page')
  expect(whorlsOf([s, e, c, done].flatMap((one) => one ?? []))).toEqual([])
})

test('What came later never changes the whorls that had closed', () => {
  fc.assert(
    fc.property(ledger, fc.nat(20), (conversions, upTo) => {
      const before = whorlsOf(conversions.slice(0, upTo))
      expect(whorlsOf(conversions).slice(0, before.length)).toEqual(before)
    }),
  )
})
