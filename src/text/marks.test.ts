import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CITATION, entryWritten, LINK, readCitations, readLink, wordsOf } from './marks.ts'

test.each([
  ['target', 'target', null, 'target'],
  ['target|label', 'target', null, 'label'],
  ['target#heading', 'target', 'heading', 'target › heading'],
  ['target#heading#below', 'target', 'heading#below', 'target › heading › below'],
  ['target^block', 'target', 'block', 'target'],
  ['target#^block', 'target', 'block', 'target'],
  ['target#heading|label', 'target', 'heading', 'label'],
  ['#heading', '', 'heading', 'heading'],
  ['^block', '', 'block', 'block'],
  ['C#', 'C#', null, 'C#'],
  ['folder/target.md', 'folder/target', null, 'folder/target'],
  ['target\\|label', 'target', null, 'label'],
  [' knowledge management ', 'knowledge management', null, 'knowledge management'],
  ['知識|ナレッジ', '知識', null, 'ナレッジ'],
  ['a|b|c', 'a', null, 'b|c'],
  ['a|', 'a', null, 'a'],
  ['__proto__', '__proto__', null, '__proto__'],
])('The link [[%s]] leads to %j, there to %j, and stands under %j', (inside, target, place, words) => {
  const link = readLink(inside)
  expect(link).toMatchObject({ target, place })
  expect(link && wordsOf(link)).toBe(words)
})

test.each(['', ' ', '|label', '#', '^'])('[[%s]] is no link, since it names nothing', (inside) => {
  expect(readLink(inside)).toBeNull()
})

test.each([
  ['file.md', [['file.md', null, null]]],
  ['file.md:3', [['file.md', 3, 3]]],
  ['file.md:3-9', [['file.md', 3, 9]]],
  [
    'file.md:3-9, 12',
    [
      ['file.md', 3, 9],
      ['file.md', 12, 12],
    ],
  ],
  ['file.md#L3-L9', [['file.md', 3, 9]]],
  ['file.md#L3', [['file.md', 3, 3]]],
  [
    'a.md, b.md',
    [
      ['a.md', null, null],
      ['b.md', null, null],
    ],
  ],
  [
    'a.md:1,\n  b.md:2-3, 7-8',
    [
      ['a.md', 1, 1],
      ['b.md', 2, 3],
      ['b.md', 7, 8],
    ],
  ],
  ['edge/run book.md:4', [['edge/run book.md', 4, 4]]],
  ['R\\&D \\`x\\`.md:4', [['R&D `x`.md', 4, 4]]],
  ['filename.md:START-END', [['filename.md:START-END', null, null]]],
  ['inferred', [['inferred', null, null]]],
  ['12', [['12', null, null]]],
  [' , ,a.md', [['a.md', null, null]]],
])('The citation ^[%s] is read', (inside, expected) => {
  expect(readCitations(inside).map(({ name, from_line, to_line }) => [name, from_line, to_line])).toEqual(expected)
})

test('Every citation read has a name, and lines that are both there or both not', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '.', ':', '-', ',', ' ', '#', 'L', '3', '\n') }), (inside) => {
      for (const { name, from_line, to_line } of readCitations(inside)) {
        expect(name.trim()).not.toBe('')
        expect(from_line === null).toBe(to_line === null)
        expect(Number.isNaN(from_line)).toBe(false)
      }
    }),
  )
})

test('What is cited is read as it was written', () => {
  const range = fc.tuple(fc.nat(99), fc.nat(9)).map(([from, more]) => ({ from_line: from, to_line: from + more }))
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '&', '`', '.', '/') }).filter(Boolean),
      range,
      fc.boolean(),
      (name, lines, hash) => {
        expect(readCitations(entryWritten({ name, ...lines }, hash))).toEqual([{ name, ...lines }])
      },
    ),
  )
})

test('Marks are found in a text, those broken over two lines included', () => {
  const text = 'A [[b|c]] and ![[d]].^[x.md:1,\ny.md] Not [single] nor [[\n]].'
  expect([...text.matchAll(LINK)].map(([, bang, inside]) => `${bang}${inside}`)).toEqual(['b|c', '!d'])
  expect([...text.matchAll(CITATION)].map(([, inside]) => inside)).toEqual(['x.md:1,\ny.md'])
})

test.each(['99999999999', '9'.repeat(400)])('A number that no line has, %s, is a part of the name', (line) => {
  for (const entry of [`a.md:${line}`, `a.md#L${line}`, `a.md:3-${line}`])
    expect(readCitations(entry)).toEqual([{ name: entry, from_line: null, to_line: null }])
  expect(readCitations(`a.md:3, ${line}`)).toHaveLength(2)
})
