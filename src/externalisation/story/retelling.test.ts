import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctedTimeline, type Line, retellingOf } from './retelling.ts'

const tellings = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'B', '知', '.', '。', '?', ' ', '\n', '\r\n', '-', '1', '"') }),
)
const solid = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

test('Every sentence told is given back once, in the order told', () => {
  expect(retellingOf(['It was a Sunday. The pump hummed.', 'Then I closed the valve.'])).toEqual([
    'It was a Sunday.',
    'The pump hummed.',
    'Then I closed the valve.',
  ])
})

test('A new line ends a thought as a full stop does', () => {
  expect(retellingOf(['I was on call\nthe pump hummed\r\nポンプがうなった'])).toEqual([
    'I was on call',
    'the pump hummed',
    'ポンプがうなった',
  ])
})

test('Nothing that was told is missing from the retelling, and nothing is in it that was not told', () => {
  fc.assert(
    fc.property(tellings, (told) => {
      const letters = (words: string) => words.replace(/[^\p{L}]/gu, '')
      expect(letters(retellingOf(told).join(''))).toBe(letters(told.join('')))
    }),
  )
})

test('Each line of the retelling stands in what was told, one after the other', () => {
  fc.assert(
    fc.property(tellings, (told) => {
      const all = told.join('\n')
      let at = 0
      for (const line of retellingOf(told)) {
        const found = all.indexOf(line, at)
        expect(found, line).toBeGreaterThanOrEqual(at)
        at = found + line.length
      }
    }),
  )
})

test('Telling on adds to the end of the retelling and changes nothing before', () => {
  fc.assert(
    fc.property(tellings, tellings, (before, after) => {
      expect(retellingOf([...before, ...after])).toEqual([...retellingOf(before), ...retellingOf(after)])
    }),
  )
})

const lines: Line[] = ['It hummed.', 'I closed it.'].map((told, k) => ({ id: `l${k}`, told, words: told }))
const ids = () => {
  let n = 0
  return () => `new${++n}`
}

test('A line put right keeps what was told behind it, and one that was added has nothing behind it', () => {
  const wished = [
    { words: 'Sunday.' },
    { line: 'l1', words: ' I closed\nthe valve. ' },
    { line: 'l0', words: 'It hummed.' },
  ]
  expect(correctedTimeline(lines, wished, ids())).toEqual([
    { id: 'new1', told: null, words: 'Sunday.' },
    { id: 'l1', told: 'I closed it.', words: 'I closed the valve.' },
    { id: 'l0', told: 'It hummed.', words: 'It hummed.' },
  ])
})

test('A line that was split in two has the same words behind both', () => {
  const wished = [
    { line: 'l0', words: 'It' },
    { line: 'l0', words: 'hummed' },
  ]
  expect(correctedTimeline(lines, wished, ids())).toEqual([
    { id: 'l0', told: 'It hummed.', words: 'It' },
    { id: 'new1', told: 'It hummed.', words: 'hummed' },
  ])
})

test('Whatever is wished for, no two lines share a name and none claims to have been told what was not', () => {
  const wished = fc.array(fc.record({ line: fc.constantFrom('l0', 'l1', 'never', undefined), words: fc.string() }))
  fc.assert(
    fc.property(wished, (asked) => {
      const timeline = correctedTimeline(lines, asked, ids())
      expect(new Set(timeline.map(({ id }) => id)).size).toBe(asked.length)
      for (const { told } of timeline) expect([null, 'It hummed.', 'I closed it.']).toContain(told)
      expect(timeline.map(({ words }) => solid(words))).toEqual(asked.map(({ words }) => solid(words)))
    }),
  )
})
