import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIntricateJson } from './intricate-json.ts'

const many = (piece: string, times = 30_000) => Array.from({ length: times }, () => piece).join(',')

test.each([
  ['keys', `{${Array.from({ length: 30_000 }, (_, n) => `"k${n}":1`).join(',')}}`],
  ['numbers', `[${many('1')}]`],
  ['texts', `{"words":[${many('"a"')}]}`],
  ['empty objects', `[${many('{}')}]`],
  ['lists in lists', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['objects in objects', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`],
])('JSON of many %s is intricate', (_, json) => {
  expect(isIntricateJson(json)).toBe(true)
})

test.each([
  ['signs in a text', JSON.stringify({ words: many('{[') })],
  ['escapes in a text', JSON.stringify({ words: '\\",'.repeat(50_000) })],
  [
    'a hundred files',
    JSON.stringify({ files: Array.from({ length: 100 }, () => ({ path: 'a', text: '[{,'.repeat(9) })) }),
  ],
  ['blanks', `${' '.repeat(100_000)}{}`],
  ['a text that breaks off', `{"words":"${many('[', 9000)}`],
])('JSON of %s is not', (_, json) => {
  expect(isIntricateJson(json)).toBe(false)
})

test('What stands in texts makes no JSON intricate, nor any less so', () => {
  const counts = fc.constantFrom(10, 19_000, 25_000)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), counts, (text, count) => {
      const json = JSON.stringify([text, Array<number>(count).fill(0), text])
      expect(isIntricateJson(json)).toBe(count > 20_000)
    }),
    { numRuns: 50 },
  )
})
