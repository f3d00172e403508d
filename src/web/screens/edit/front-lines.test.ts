import { expect, test } from 'vitest'
import { endOfFront } from '../../../text/light.ts'
import { fieldChange } from './front-lines.ts'

const text =
  '---\ntitle: A\nsummary: >\n  Long\n  words.\nowner: mara   # ours\ntags:\n- x\n- y\nx: {a: 1}\n---\n\n# A\n'
const changed = (name: string, value: string | string[], of = text) => {
  const change = fieldChange(of, name, value)
  return change && of.slice(0, change.from) + change.insert + of.slice(change.to)
}

test('A field is written in its place, and every other byte stays', () => {
  expect(changed('summary', 'Short.')).toBe(text.replace('summary: >\n  Long\n  words.\n', 'summary: Short.\n'))
  expect(changed('tags', ['x', 'y: z'])).toBe(text.replace('tags:\n- x\n- y\n', 'tags: [x, "y: z"]\n'))
})

test('A day is written as days are, and a note behind what it replaces stays', () => {
  expect(changed('reviewBy', '2027-10-01')).toBe(text.replace('x: {a: 1}\n', 'x: {a: 1}\nreviewBy: "2027-10-01"\n'))
  expect(changed('owner', 'ben')).toBe(text.replace('owner: mara   # ours', 'owner: ben   # ours'))
})

test('One that is not there comes last, and an empty one goes', () => {
  expect(changed('aliases', ['B', 'C, D'])).toBe(text.replace('x: {a: 1}\n', 'x: {a: 1}\naliases: [B, "C, D"]\n'))
  expect(changed('tags', [])).toBe(text.replace('tags:\n- x\n- y\n', ''))
})

test('Words that YAML would read otherwise are quoted', () => {
  expect(changed('summary', 'No: never')).toContain('summary: "No: never"\n')
  expect(changed('summary', 'true')).toContain('summary: "true"\n')
})

test('Line ends stay as they are, and front matter in braces or none at all is left alone', () => {
  expect(changed('tags', ['x'], '---\r\ntitle: A\r\n---\r\n')).toBe('---\r\ntitle: A\r\ntags: [x]\r\n---\r\n')
  expect(changed('tags', ['x'], '---\n{title: A}\n---\n')).toBeNull()
  expect(changed('tags', ['x'], 'Words.\n')).toBeNull()
  expect([endOfFront('---\n---\nA'), endOfFront('A')]).toEqual([8, 0])
})
