import { expect, test } from 'vitest'
import { linesOfBlock } from './block-lines.ts'
import { blocksIn } from './blocks.ts'

test('The lines of a block come without what holds it, whatever ends them', () => {
  const text = '[a]: /b\r\n> Purge\r\n> the cache \r\nnow\n\n- a\n  b\n\n|x|\n|-|\n|y|'
  const leaves = blocksIn(text).filter(({ kind }) => kind === 'paragraph' || kind === 'table')
  expect(leaves.map((leaf) => linesOfBlock(text, leaf))).toEqual([
    ['Purge', 'the cache', 'now'],
    ['a', 'b'],
    ['|x|', '|-|', '|y|'],
  ])
  for (const leaf of leaves) expect(linesOfBlock(text, leaf)).toHaveLength(leaf.to - leaf.from + 1)
})
