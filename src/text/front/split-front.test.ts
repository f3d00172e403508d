import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Front } from './front.ts'
import { readFields } from './front-fields.ts'
import { plainField } from './plain-field.ts'
import { bodyOf, endOfFront, linesOfFront, splitFront } from './split-front.ts'

const fieldsOf = (text: string) => {
  const { form, front } = splitFront(text)
  return Object.fromEntries(readFields(front, form).fields)
}

test.each([
  ['yaml', '---\ntitle: Purge\ntags: [a, b]\n---\n'],
  ['yaml', '---\ntitle: Purge\ntags: [a, b]\n...\n'],
  ['toml', '+++\ntitle = "Purge"\ntags = ["a", "b"]\n+++\n'],
  ['yaml', '---yaml\ntitle: Purge\ntags: [a, b]\n---\n'],
  ['toml', '---toml\ntitle = "Purge"\ntags = ["a", "b"]\n---\n'],
  ['json', '{\n  "title": "Purge",\n  "tags": ["a", "b"]\n}\n'],
])('Front matter in %s is read: %j', (form, front) => {
  for (const text of [front, `\uFEFF${front}`, front.replaceAll('\n', '\r\n'), front.trimEnd()]) {
    const whole = `${text}${text.endsWith('\n') ? '\n# Words\n' : ''}`
    expect(splitFront(whole).form).toBe(form)
    expect(fieldsOf(whole)).toEqual({ title: 'Purge', tags: ['a', 'b'] })
    expect(plainField(whole, 'title')).toBe('Purge')
    expect(bodyOf(whole)).toBe(text.endsWith('\n') ? '\n# Words\n' : '')
  }
  expect(linesOfFront(`${front}Words`)).toBe(4)
})

test('A date, a table and a number of TOML are values as anywhere', () => {
  expect(fieldsOf('+++\ndate = 2024-05-01\nweight = 3\n[params]\nmood = "calm"\n+++\n')).toEqual({
    date: '2024-05-01',
    weight: 3,
    params: { mood: 'calm' },
  })
})

test.each([
  'Words.\n---\na: b\n---\n',
  '---\nno end',
  '{% include x %}\n',
  '{ "a" is a letter }\n',
  '{"a": 1} and words\n',
  '+++ a\n+++\n',
])('What only looks like front matter is text: %j', (text) => {
  expect(endOfFront(text)).toBe(0)
  expect(bodyOf(text)).toBe(text)
})

test('What cannot be read says so, by its line where that is known', () => {
  const fault = (text: string) => readFields(splitFront(text).front, splitFront(text).form).fault
  expect(fault('+++\ntitle = "a"\nb = = c\n+++\n')).toBe('not TOML: on line 3 there is something that cannot be read')
  expect(fault('{ "a": 1, }\n')).toBe('not JSON: there is something that cannot be read')
  expect(fault('+++\na = 1\na = 2\n+++\n')).toMatch(/^not TOML/)
})

test('TOML and JSON become YAML with the first change, and nothing is lost', () => {
  for (const [form, open, text, close] of [
    ['toml', '+++\n', 'title = "Purge"\n[params]\nmood = "calm"\n', '+++\n'],
    ['json', '{', '"title": "Purge", "params": { "mood": "calm" }', '}\n'],
  ] as const) {
    const front = new Front({ form, open, text, close })
    expect(String(front)).toBe(open + text + close)
    front.set('title', 'Purge')
    expect(String(front)).toBe(open + text + close)
    front.set('summary', 'What it is.')
    expect(splitFront(String(front)).form).toBe('yaml')
    expect(fieldsOf(String(front))).toEqual({
      title: 'Purge',
      summary: 'What it is.',
      params: new Map([['mood', 'calm']]),
    })
  }
})

test('The parts of any text give its bytes', () => {
  const pieces = fc.array(
    fc.constantFrom('---', '...', '+++', '{', '}', '"a": 1', 'a: b', 'a = 1', '\n', '\r\n', '\uFEFF', ' '),
  )
  fc.assert(
    fc.property(pieces, (all) => {
      const text = all.join('')
      const { open, front, close, body } = splitFront(text)
      expect(open + front + close + body).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

test('Strings of JSON that are left open are looked through once', () => {
  // Quadratic time took minutes; the test's own limit would end it.
  const open = `{"a": "${'\\"'.repeat(300_000)}`
  expect(splitFront(`${open}\n}\n`)).toMatchObject({ form: 'json', body: '' })
  expect(splitFront(open)).toMatchObject({ front: '', body: open })
})
