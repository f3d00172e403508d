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

test('Code, formulas, placeholders and what signs join are left out whole or stand whole', () => {
  const each = [
    ['Run `git config user.name <your-name>` on every machine first.', '`git config user.name <your-name>`'],
    ['Copy the key of the host into /etc/ssh/known_hosts before the first login.', '/etc/ssh/known_hosts'],
    ['The load is $a_1 + \\frac{b}{c}$ at night and falls in the morning.', '$a_1 + \\frac{b}{c}$'],
    ['Sign in as <your-own-name>@example.org to see the board.', '<your-own-name>'],
    ['Write to mara.meier@example.org about the board.', 'mara.meier@example.org'],
    ['Use C++ for the driver and C# for the client of the board.', 'C++'],
  ] as const
  for (const [statement, whole] of each) {
    const made = leaveGap(statement, 'Machines')
    expect(made).not.toBeNull()
    const { prompt = '', gap = '' } = made ?? {}
    expect(gap.includes(whole) || prompt.includes(whole), `${prompt} / ${gap}`).toBe(true)
    expect(prompt.replace('…', () => gap)).toBe(statement)
  }
})
