import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readerOf, readTerms, timesOf, writeTerms } from './terms.ts'

const term = fc.string({ unit: fc.constantFrom(...'abcé当1'), minLength: 1, maxLength: 5 })
const counted = fc.uniqueArray(fc.tuple(term, fc.integer({ min: 1, max: 2000 })), { selector: ([one]) => one })

test('Terms are read as they were written: all of them, those that are wanted, and each alone', () => {
  fc.assert(
    fc.property(counted, fc.array(term, { maxLength: 12 }), (all, others) => {
      const terms = new Map(all)
      const written = writeTerms(terms)
      const wanted = new Set([...others, ...all.slice(0, 2).map(([one]) => one)])
      expect(readTerms(written)).toEqual(terms)
      expect([...readerOf(wanted)(written)]).toEqual(all.filter(([one]) => wanted.has(one)))
      for (const one of wanted) expect(timesOf(written, one)).toBe(terms.get(one) ?? 0)
    }),
  )
})
