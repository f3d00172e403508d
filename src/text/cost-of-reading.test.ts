import { expect, test } from 'vitest'
import { costOfReading } from './cost-of-reading.ts'

const prose = 'The cache is purged by hand, and Ben looks at it again after ten minutes. '

test('Prose costs about its letters', () => {
  const text = prose.repeat(100)
  expect(costOfReading(text)).toBe(text.length)
})

test.each(['- a\n', '[a][a]', '> a\nb\n', 'a\n=\n', '# a\n', '*a_'])(
  'A text of %j costs far more than it has letters',
  (piece) => {
    const text = piece.repeat(1000)
    expect(costOfReading(text)).toBeGreaterThan(4 * text.length)
  },
)

test('Several texts cost what each of them does', () => {
  expect(costOfReading('# a\n', prose)).toBe(costOfReading('# a\n') + costOfReading(prose))
})
