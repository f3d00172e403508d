import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Converted } from '../../ledger/index.ts'
import { modes } from './topic-spiral.ts'
import { whorlsOf } from './whorls.ts'

const conversion = (id: number, mode: (typeof modes)[number], causes: number[]): Converted => ({
  id: `c${id}`,
  mode,
  area: 'open',
  from: null,
  with: null,
  topics: ['t'],
  causes: causes.map((cause) => `c${cause}`),
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
          for (const cause of conversions.find((one) => one.id === id)?.causes ?? []) reached.add(cause)
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

test('What came later never changes the whorls that had closed', () => {
  fc.assert(
    fc.property(ledger, fc.nat(20), (conversions, upTo) => {
      const before = whorlsOf(conversions.slice(0, upTo))
      expect(whorlsOf(conversions).slice(0, before.length)).toEqual(before)
    }),
  )
})
