import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { frontChunks } from './front-chunks.ts'
import { readFields, readPlainly } from './front-fields.ts'

const piece = fc.constantFrom(
  ...[
    'mood',
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

test.each(['1.10', '1.1', '21E08', '007', 'No', 'True', '2024-05-01', '0x1F', '+1', '1_000'])(
  'A title and aliases are words, as written: %s',
  (name) => {
    const named = { title: name, aliases: [name, 'b'] }
    // The first is read without YAML where it can be, the second by it.
    for (const front of [
      `title: ${name}\naliases:\n  - ${name}\n  - b\n`,
      `title: ${name} # so\naliases: [${name}, b]\n`,
    ])
      expect(Object.fromEntries(readFields(front).fields)).toEqual(named)
  },
)

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

test('A name longer than YAML takes is a fault, as it could not be written again', () => {
  expect(readFields(`${'k'.repeat(1000)}: a\n`).fault).toBeNull()
  expect(readFields(`${'k'.repeat(1100)}: a\n`).fault).toMatch(/^not YAML/)
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

test('Front matter made to hold a reader up is read to its end', () => {
  // Quadratic time took minutes; the test's own limit would end it.
  const spaces = ' '.repeat(400_000)
  expect(readFields(`title: a${spaces}b\n`).fields.get('title')).toBe(`a${spaces}b`)
  const many = Array.from({ length: 2_000 }, (_, n) => `"a${n}": 1\n`).join('')
  expect(readFields(many).fields.size).toBe(2_000)
  expect(frontChunks(`a${spaces}b\n`)).toHaveLength(1)
  for (const end of ['\rx', '\u2028x']) {
    expect(readFields(`a:${spaces}${end}`).fault).toContain('longer than')
    expect(readFields(`a:\n-${spaces}${end}`).fault).toContain('longer than')
  }
})

test('A field that stands twice, or holds itself, is told, as it cannot be written again', () => {
  expect(readFields('"a": 1\n"a": 2\n').fault).toContain('twice')
  expect(readFields('title: T\nx: {b: 1, b: 2}\n').fault).toContain('twice')
  expect(readFields('title: T\nx: &x [*x]\n').fault).toContain('holds itself')
  expect(readFields('title: T\nx: &x {y: *x}\n').fault).toContain('holds itself')
  expect(readFields('title: T\nx: &x [1]\ny: *x\n').fields.get('y')).toEqual([1])
})

test('What is wrong with front matter is said in our own words, by the line of the page', () => {
  const says = (front: string) => readFields(front).fault
  expect(says('title: "Cache\npurge: x')).toBe('not YAML: on line 2 a quote is opened and not closed')
  expect(says('kind: x\ntitle: Cache: purge')).toBe(
    'not YAML: on line 3 a value has a colon in it: put the value in quotes',
  )
  expect(says('a: 1\na: 2')).toBe('not YAML: it says a twice')
  expect(says('title: [')).toBe('not YAML: on line 2 a bracket is opened and not closed')
  expect(says('title: x\nplain words')).toBe('not YAML: on line 3 there are words without a field’s name and a colon')
  expect(says('\ttitle: x')).toBe('not YAML: on line 2 a line begins with a tab: use spaces')
})

test.each([
  ['yaml', (inside: string) => `a: ${inside}`],
  ['json', (inside: string) => `"a": ${inside}`],
  ['toml', (inside: string) => `a = ${inside}`],
] as const)('Front matter of %s nested too deep to be written is a fault', (form, front) => {
  const nested = (deep: number) => front('['.repeat(deep) + ']'.repeat(deep))
  expect(readFields(nested(100), form).fault).toBeNull()
  for (const deep of [300, 3000, 14_000])
    expect(readFields(nested(deep), form).fault).toMatch(/^nested|^not TOML|^not YAML/)
})

test('Costly front matter is parsed once, however often it is read, and only the latest are kept', () => {
  const costly = (n: number) => `title: A\nlist: [a, {b: ${n}}]\n`
  const first = readFields(costly(0))
  expect(readFields(costly(0))).toBe(first)
  expect(readFields(costly(0), 'toml').fault).toContain('not TOML')
  for (let n = 1; n <= 16; n++) readFields(costly(n))
  expect(readFields(costly(0))).not.toBe(first)
  expect(readFields(costly(0))).toEqual(first)
})
