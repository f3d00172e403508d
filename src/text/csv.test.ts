import { expect, test } from 'vitest'
import { rowsOfCsv, tableOfCsv } from './csv.ts'

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\uFEFFa;b\r\n1,5;2\r\n',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  ['a\tb\n1\t', [['a', 'b'], ['1']]],
  [
    'a,b\n"1, and ""so""","two\nlines"\n\n3,4',
    [
      ['a', 'b'],
      ['1, and "so"', 'two\nlines'],
      ['3', '4'],
    ],
  ],
  ['a,"left open\nb', [['a', 'left open\nb']]],
  ['', []],
])('The rows of %j', (text, rows) => expect(rowsOfCsv(text)).toEqual(rows))

test('A table has the first row as heads, and its bars are written', () => {
  expect(tableOfCsv('Oven,Heat\nDeck|low,"250\ndegrees"\n')).toBe(
    '| Oven | Heat |\n| --- | --- |\n| Deck\\|low | 250 degrees |\n',
  )
})

test.each(['"', '""', ',', 'a"', '\r', '"\n'])('%j a hundred thousand times is read in linear time', (piece) => {
  expect(rowsOfCsv(piece.repeat(100_000)).length).toBeLessThanOrEqual(100_000)
})
