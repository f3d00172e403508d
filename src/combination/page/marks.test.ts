import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CITATION, entryWritten, LINK, readCitations, readLink } from './marks.ts'

test.each([
  ['target', { target: 'target', label: 'target' }],
  ['target|label', { target: 'target', label: 'label' }],
  ['target#heading', { target: 'target', label: 'target#heading' }],
  ['target^block', { target: 'target', label: 'target^block' }],
  ['target#heading|label', { target: 'target', label: 'label' }],
  ['target\\|label', { target: 'target', label: 'label' }],
  [' knowledge management ', { target: 'knowledge management', label: 'knowledge management' }],
  ['知識|ナレッジ', { target: '知識', label: 'ナレッジ' }],
  ['a|b|c', { target: 'a', label: 'b|c' }],
  ['a|', { target: 'a', label: 'a' }],
  ['__proto__', { target: '__proto__', label: '__proto__' }],
])('The link [[%s]] is read', (inside, link) => {
  expect(readLink(inside)).toEqual(link)
})

test.each(['', ' ', '|label', '#heading', '^block'])('[[%s]] is no link, since it has no target', (inside) => {
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
  expect([...text.matchAll(LINK)].map(([, inside]) => inside)).toEqual(['b|c', 'd'])
  expect([...text.matchAll(CITATION)].map(([, inside]) => inside)).toEqual(['x.md:1,\ny.md'])
})
