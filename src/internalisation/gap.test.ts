import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaveGap } from './gap.ts'

const words = fc
  .array(
    fc.constantFrom(
      'the',
      'queue',
      'bends',
      'before',
      '40',
      'per',
      'cent',
      'Cache',
      'purge',
      'watch',
      'never',
      'drains',
      'pool,',
      '知識',
      'größer',
      'a',
    ),
    { maxLength: 14 },
  )
  .map((list) => list.join(' '))

test('The prompt with its gap filled in is the statement again', () => {
  fc.assert(
    fc.property(words, words, (statement, title) => {
      const exercise = leaveGap(statement, title)
      if (exercise) expect(exercise.prompt.replace('…', () => exercise.gap)).toBe(statement)
    }),
  )
})

test('The gap holds none of the title’s words', () => {
  fc.assert(
    fc.property(words, words, (statement, title) => {
      const gap =
        leaveGap(statement, title)
          ?.gap.toLowerCase()
          .split(/[\s-]+/) ?? []
      const named = title.toLowerCase().split(/[\s,]+/)
      expect(gap.filter((word) => named.includes(word))).toEqual([])
    }),
  )
})

test('The gap is never nothing and never everything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), words, (statement, title) => {
      const exercise = leaveGap(statement, title)
      if (!exercise) return
      expect(exercise.gap.trim()).not.toBe('')
      expect(exercise.gap.length).toBeLessThan(statement.length)
    }),
  )
})

test.each(['', '…', 'Yes.', 'It is.', 'Cache purge', '!!!'])('Of %j nothing is worth leaving out', (statement) => {
  expect(leaveGap(statement, 'Cache purge')).toBeNull()
})

test('Figures are left out first', () => {
  expect(leaveGap('Purge only above 40 per cent head-room.', 'Cache purge')?.gap).toMatch(/40/)
})
