import { expect, test } from 'vitest'
import { linesGoing, sectionOf } from './what-goes.ts'

const blocks = [
  { n: 1, heading: false, claims: ['a', 'b'] },
  { n: 2, heading: true, claims: [] },
  { n: 3, heading: false, claims: ['b', 'c'] },
  { n: 4, heading: true, claims: [] },
]

test('A heading stands for all up to the next, another block for itself', () => {
  expect(sectionOf(blocks, 2)).toEqual([2, 3])
  expect(sectionOf(blocks, 4)).toEqual([4])
  expect(sectionOf(blocks, 1)).toEqual([1])
})

test('A line goes along unless a block that stays cites it, too', () => {
  expect(linesGoing(blocks, { blocks: new Set([2, 3]), claims: new Set(['d']) })).toEqual(['c', 'd'])
  expect(linesGoing(blocks, { blocks: new Set([1, 3]), claims: new Set() })).toEqual(['a', 'b', 'c'])
})
