import { expect, test } from 'vitest'
import { isShown } from './shown.ts'

const of = (noun: string, ...topics: string[]) => ({ nouns: [noun], topics })

test('An act is read again when a noun changes that it shows, and not for others', () => {
  expect(isShown('list-puzzles', undefined, of('puzzle'))).toBe(true)
  expect(isShown('list-puzzles', undefined, of('agent'))).toBe(false)
  expect(isShown('no-such-act', undefined, of('topic'))).toBe(false)
})

test('What is asked about one topic is read again for what hangs on it, or on none, and not for what hangs on others', () => {
  expect(isShown('topic-spiral', 'a', of('conversion', 'a', 'b'))).toBe(true)
  expect(isShown('topic-spiral', 'a', of('conversion'))).toBe(true)
  expect(isShown('topic-spiral', 'a', of('conversion', 'b'))).toBe(false)
  expect(isShown('topic-spiral', undefined, of('conversion', 'b'))).toBe(true)
  // Its title stands on screens of others.
  expect(isShown('topic-spiral', 'a', of('topic', 'b'))).toBe(true)
})
