import { expect, test } from 'vitest'
import { mergeBlocks } from './merge-blocks.ts'
import { mergeRegions } from './merge-regions.ts'

/** So many pairs of equal blocks take diff3 twenty seconds. */
const rules = Array<string>(3000).fill('---')

test('Blocks repeated thousands of times are merged by what is between their common beginning and end', () => {
  const regions = mergeRegions(['A', ...rules, 'mine', 'Z'], ['A', ...rules, 'Z'], ['A', ...rules, 'theirs', 'Z'])
  expect(
    regions.map((region) => (region.stable ? region.bufferContent.length : [region.aContent, region.bContent])),
  ).toEqual([3001, [['mine'], ['theirs']], 1])
})

test('A page of such blocks takes what the compiler adds, and keeps what a person wrote', () => {
  const page = (...blocks: string[]) => `${blocks.join('\n\n')}\n`
  const merged = mergeBlocks(page('A', ...rules), page('Mine.', 'A', ...rules), page('A', ...rules, 'New.'))
  expect(merged).toBe(page('Mine.', 'A', ...rules, 'New.'))
})
