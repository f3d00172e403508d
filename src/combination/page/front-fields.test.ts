import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readFields, readPlainly } from './front-fields.ts'

const piece = fc.constantFrom(
  ...[
    'title',
    'a',
    'é',
    '知',
    ': ',
    ':',
    ' ',
    '#',
    ' #',
    '- ',
    '\n',
    '\n  ',
    '"',
    "'",
    '12',
    '1.5',
    '2024-01-02',
    'true',
    'Null',
    '~',
    '[',
    '{x',
    '|',
    '&a',
    '*a',
    ',',
    '\t',
    '\r\n',
    '\\',
    'e3',
    '0x1',
    'yes',
  ],
)

test('What is read without YAML is what YAML reads', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const front = pieces.join('')
      const plain = readPlainly(front)
      if (plain === null) return
      expect(Object.fromEntries(plain)).toEqual(parse(front, { logLevel: 'silent' }) ?? {})
    }),
    { numRuns: 20_000 },
  )
})

test('Common front matter is read without YAML', () => {
  expect(readPlainly('title: A page\nn: 3\nd: 2024-01-01\nq: "x: y"\ntags:\n  - a b\n  - "c"\nlast:\n')).toEqual(
    new Map<string, unknown>([
      ['title', 'A page'],
      ['n', 3],
      ['d', '2024-01-01'],
      ['q', 'x: y'],
      ['tags', ['a b', 'c']],
      ['last', null],
    ]),
  )
})

test('Front matter that is broken says nothing and says why', () => {
  expect(readFields('title: [').fault).toMatch(/^not YAML: /)
  expect(readFields('- one').fault).toBe('not a map of fields')
  expect(readFields('a: *nobody').fault).toBeTruthy()
})

test.each([
  ['fields', Array.from({ length: 20_000 }, (_, n) => `k${n}: [a]`).join('\n')],
  ['maps in maps', 'c: '.repeat(100_000)],
  ['lists in lists', `a: ${'['.repeat(100_000)}`],
])('front matter of %s without end is not read', (_, front) => {
  expect(readFields(front)).toEqual({ fields: new Map(), fault: 'longer than 30000 characters' })
})
