import { expect, test } from 'vitest'
import { inOrder, type Row } from './pdf-rows.ts'

/** Rows of pieces at places, each letter five points wide. */
const rowsOf = (...rows: (readonly (readonly [number, string])[])[]): Row[] =>
  rows.map((pieces, n) => ({
    pieces: pieces.map(([from, words]) => ({ words, from, to: from + 5 * words.length })),
    y: 700 - 14 * n,
    height: 11,
  }))
const words = (rows: Row[]) => inOrder(rows).map((one) => one.words)

test('Two columns of running text are read one after the other', () => {
  const left = ['The pump is started by', 'whoever comes first and', 'is written in the book', 'beside the door.']
  const right = ['At night two people go', 'together, and one of', 'them carries the lamp', 'and the key.']
  expect(
    words(
      rowsOf(
        ...left.map(
          (one, n) =>
            [
              [50, one],
              [300, right[n] ?? ''],
            ] as const,
        ),
      ),
    ),
  ).toEqual([...left, ...right])
})

test('Rows of cells are a table, with what goes on below a cell; a numbered list is none', () => {
  const table = rowsOf(
    [
      [50, 'Part'],
      [150, 'Use'],
      [300, 'No.'],
    ],
    [
      [50, 'A|b'],
      [150, 'Opens the'],
      [305, '7'],
    ],
    [[150, 'gate']],
  )
  expect(words(table)).toEqual(['| Part | Use | No. |\n| --- | --- | --- |\n| A\\|b | Opens the gate | 7 |'])
  const list = rowsOf(
    [
      [50, '1.'],
      [80, 'Open it'],
    ],
    [
      [50, '2.'],
      [80, 'Close it'],
    ],
    [
      [50, '3.'],
      [80, 'Go'],
    ],
  )
  expect(words(list)).toEqual(['1. Open it', '2. Close it', '3. Go'])
})
