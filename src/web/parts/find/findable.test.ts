import { expect, test } from 'vitest'
import { fitting, foundIn } from './findable.ts'

const named = (...titles: string[]) => titles.map((words) => ({ words }))
const found = (typed: string, ...titles: string[]) => fitting(typed, named(...titles), 9).map(({ words }) => words)

test('what begins with the words comes before what has a word of them, and that before the middle of a word', () => {
  expect(found('pur', 'Repurposing', 'Cache purge', 'Purge by key')).toEqual([
    'Purge by key',
    'Cache purge',
    'Repurposing',
  ])
})

test('all the words must be there, in any order, whatever their case and accents', () => {
  expect(found('purge cach', 'Cache purge', 'Purge', 'Cache')).toEqual(['Cache purge'])
  expect(found('ete', 'Été', 'Winter')).toEqual(['Été'])
  expect(found('キャッシュ', 'キャッシュの削除', '当番')).toEqual(['キャッシュの削除'])
})

test('nothing typed leaves the order and the first few', () => {
  expect(fitting('  ', named('b', 'a', 'c'), 2)).toEqual(named('b', 'a'))
})

test('what is offered to be done with the words is not counted as found', () => {
  const offers = { things: named('Ask about “zzzz”', 'Start a topic called “zzzz”'), offered: true }
  expect(foundIn([{ things: [] }, offers])).toBe(0)
  expect(foundIn([{ things: named('Cache purge') }, offers])).toBe(1)
})
