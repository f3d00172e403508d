import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../../ba/index.ts'
import { listField, setDate, textField } from '../../../text/index.ts'
import { readPageText, writePageText } from './page-text.ts'

const FRONT = `# kept by hand
title:   "Cache purge"
cssclasses: [wide,  no-toc]
Colour: 0x1F   # of the tab
created: 2024-01-02
aliases:
- Purge
- "the cache"
summary: Old words.
list:
    - deep
    -  deeper
multi: |
  one
  two

yes_: yes
float: 1.50
empty:
"quoted key": 'single'
flow: {a: 1,b: [2,3]}
updatedAt: "2026-01-01T00:00:00.000Z"
last: ~ # nothing
`

const pageOf = (front: string, body = '\nWords.\n') => `---\n${front}---\n${body}`

test('Unknown fields keep their value, their place and their spelling when known ones change', () => {
  const text = readPageText(pageOf(FRONT))
  text.front.set('summary', 'New words.')
  setDate(text.front, 'updatedAt', '2026-05-04T09:00:00.000Z')
  text.front.set('tags', ['a'])
  const expected = FRONT.replace('Old words.', 'New words.').replace('2026-01-01T00:00', '2026-05-04T09:00')
  expect(writePageText(text).startsWith(`---\n${expected}tags:`)).toBe(true)
})

test('A page that is only read and written comes out as it went in', () => {
  for (const page of [pageOf(FRONT), pageOf('title: a\n', '\n    code first\n'), pageOf('{title: b, x: [1,2]}\n')]) {
    expect(writePageText(readPageText(page))).toBe(page)
  }
})

test('Whatever another tool wrote as fields is there, byte for byte, after a rewrite', () => {
  const key = fc.stringMatching(/^[a-z][a-zA-Z_]{2,8}$/).filter((name) => name !== 'summary')
  const value = fc.oneof(
    fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,20}[a-z]$/),
    fc.constantFrom(
      '[a,b]',
      '[ a,  b ]',
      '{x: 1}',
      "'it''s'",
      '"a\\u00e9"',
      '0x10',
      '1e3',
      '~',
      'TRUE',
      '2024-01-01',
      '|\n  a\n  b',
      '\n- a\n-   b',
      '\n    - c',
    ),
  )
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 8 }), (fields) => {
      const lines = fields.map(([name, given]) => `${name}: ${given}\n`).join('')
      const text = readPageText(pageOf(`${lines}summary: old\n`))
      text.front.set('summary', 'new')
      expect(writePageText(text)).toBe(pageOf(`${lines}summary: new\n`))
    }),
  )
})

test('A page without front matter is all body', () => {
  expect(readPageText('Just words.\n').body).toBe('Just words.\n')
  expect(textField(readPageText('---\n---\nx').front, 'title')).toBeUndefined()
})

test('A byte order mark and Windows line ends do not hide the front matter', () => {
  const { front, body } = readPageText('\uFEFF---\r\ntitle: Ab\r\ntags: one\r\n---\r\nWords.\r\n')
  expect(textField(front, 'title')).toBe('Ab')
  expect(listField(front, 'tags')).toEqual(['one'])
  expect(body).toBe('Words.\r\n')
})

test.each(['title: [', 'a: b: c', '- one\n- two', 'just text', '"'])('Front matter that is %j is refused', (front) => {
  expect(() => readPageText(`---\n${front}\n---\n`)).toThrow(Refusal)
})

test('Hostile fields are only fields', () => {
  const { front } = readPageText('---\n__proto__: {polluted: yes}\nconstructor: x\ntitle: T\n---\n')
  expect(textField(front, 'title')).toBe('T')
  expect(listField(front, 'toString')).toEqual([])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('Aliases that multiply without end do not', () => {
  const lines = ['a: &a [x,x,x,x,x,x,x,x,x]']
  for (const [one, other] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi']) {
    lines.push(`${other}: &${other} [${Array(9).fill(`*${one}`).join()}]`)
  }
  expect(() => {
    const { front } = readPageText(`---\ntitle: t\n${lines.join('\n')}\n---\n`)
    textField(front, 'title')
    listField(front, 'tags')
  }).toThrow(Refusal)
})
