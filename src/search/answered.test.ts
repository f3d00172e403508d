import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, type Signs } from './answered.ts'

const none: Signs = { share: 0, matched: 0, asked: 4, like: 0, sure: 0 }

test('What says nearly all that is asked in one place answers, unless it is a single word of many', () => {
  expect(answered({ ...none, share: 0.9, matched: 3 })).toBe('answers')
  expect(answered({ ...none, share: 0.9, matched: 1 })).toBeNull()
})

test('What was asked in nearly the same words answers where the engine is sure too', () => {
  expect(answered({ ...none, share: 0.6, matched: 2, like: 0.5, sure: 8 })).toBe('answers')
  expect(answered({ ...none, share: 0.6, matched: 2, like: 0.5, sure: 2 })).toBe('near')
})

test('Of a single word, only what is called by it answers', () => {
  expect(answered({ ...none, asked: 1, share: 1, matched: 1, like: 1, sure: 5 })).toBe('answers')
  expect(answered({ ...none, asked: 1, share: 1, matched: 1, like: 0, sure: 5 })).toBe('near')
})

const ranks = [null, 'near', 'answers'] as const
const part = fc.double({ min: 0, max: 1, noNaN: true })
const signs = fc.record({
  share: part,
  like: part,
  matched: fc.nat(9),
  asked: fc.nat(9),
  sure: fc.double({ min: 0, max: 20, noNaN: true }),
})

test('More of any sign never answers less', () => {
  fc.assert(
    fc.property(signs, fc.constantFrom('share', 'like', 'matched', 'sure'), part, (one, sign, more) => {
      const now = ranks.indexOf(answered({ ...one, [sign]: one[sign] + more }))
      expect(now).toBeGreaterThanOrEqual(ranks.indexOf(answered(one)))
    }),
  )
})
