import { expect, test } from 'vitest'
import { added, asRetold, moved, putBack, split } from './timeline.ts'

const retold = ['It hummed.', 'I waited.', 'I closed it.'].map((words, k) => ({
  id: `l${k}`,
  told: words,
  words,
  decides: false,
}))
const lines = asRetold(retold)
const words = (of: { words: string }[]) => of.map((one) => one.words)

test('a line moves up and down, and no further than the ends', () => {
  expect(words(moved(lines, 1, -1))).toEqual(['I waited.', 'It hummed.', 'I closed it.'])
  expect(words(moved(lines, 1, 1))).toEqual(['It hummed.', 'I closed it.', 'I waited.'])
  expect(moved(lines, 0, -1)).toEqual(lines)
  expect(moved(lines, 2, 1)).toEqual(lines)
})

test('a line split in two is the same line twice, and one added is none that was told', () => {
  const both = split(lines, 2, ['I', ' closed it.'])
  expect(both.slice(2).map(({ line, words }) => [line, words])).toEqual([
    ['l2', 'I'],
    ['l2', 'closed it.'],
  ])
  expect(new Set(both.map(({ key }) => key)).size).toBe(4)
  const ended = split(lines, 2, ['I closed it.', ''])
  expect(ended.slice(2).map(({ line, words }) => [line, words])).toEqual([
    ['l2', 'I closed it.'],
    [undefined, ''],
  ])
  expect(added(lines, 0)[1]).toMatchObject({ words: '' })
  expect(added(lines, 0)[1]).not.toHaveProperty('line')
})

test('a line taken out comes back to where it stood, whatever was moved meanwhile', () => {
  const [first, second] = retold
  if (!first || !second) throw new Error('Three lines were expected.')
  const without = lines.filter(({ line }) => line !== 'l1')
  expect(words(putBack(without, retold, second))).toEqual(words(lines))
  expect(words(putBack(lines.slice(1), retold, first))).toEqual(words(lines))
})
