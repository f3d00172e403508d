import fc from 'fast-check'
import { expect, test } from 'vitest'
import { families, nextProbes } from './probes.ts'

test('What was noticed is asked first, and options only after it', () => {
  expect(nextProbes([])).toEqual(['cues', 'knowledge', 'experience'])
  expect(nextProbes(['cues'])).toEqual(['knowledge', 'options', 'basis'])
  expect(nextProbes([...families])).toEqual([])
})

test('At most three are offered, none that was taken, and taking them comes to an end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2), { minLength: families.length, maxLength: families.length }), (picks) => {
      const done: string[] = []
      for (const pick of picks) {
        const offered = nextProbes(done)
        expect(offered.length).toBeLessThanOrEqual(3)
        expect(offered.some((family) => done.includes(family))).toBe(false)
        const taken = offered[pick % offered.length]
        expect(taken).toBeDefined()
        done.push(taken ?? '')
      }
      expect(nextProbes(done)).toEqual([])
    }),
  )
})
