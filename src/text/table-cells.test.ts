import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { tableCells } from './table-cells.ts'

test.each([
  ['| a | b |', ['a', 'b']],
  ['a|b', ['a', 'b']],
  ['| a \\| b | `c` ||', ['a \\| b', '`c`', '']],
  ['| a \\\\| b', ['a \\\\', 'b']],
  ['|', ['']],
])('The cells of %j are %j', (row, cells) => expect(tableCells(row)).toEqual(cells))

test('A row has the cells that micromark gives it', () => {
  const processor = unified().use(remarkParse).use(remarkGfm)
  const pieces = fc.array(fc.constantFrom('|', '\\', 'a', ' ', '`', '-'), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(pieces, (all) => {
      const row = `| ${all.join('')}`
      const [table] = processor.parse(`${'|x'.repeat(12)}\n${'|-'.repeat(12)}\n${row}\n`).children
      if (table?.type !== 'table') throw new Error('no table')
      expect(tableCells(row)).toHaveLength(table.children[1]?.children.length ?? 0)
    }),
    { numRuns: 1000 },
  )
})
