import { expect, test } from 'vitest'
import { firstHeading } from './headings.ts'

test('A heading is its words, whichever way it is written', () => {
  expect(firstHeading('Words.\n\n## Head-room ##\n')).toBe('Head-room')
  expect(firstHeading('> Purge\n> the cache\n> ===\n')).toBe('Purge the cache')
  expect(firstHeading('[a]: /b\nPurge\n---\n')).toBe('Purge')
  expect(firstHeading('#\n\n# C#\r\n')).toBe('C#')
  expect(firstHeading('# ##\n\n# C # # \n')).toBe('C #')
})

test('What stands in code is no heading, whatever opens and closes it', () => {
  expect(firstHeading('````\n```\n# a\n````\n\n# b')).toBe('b')
  expect(firstHeading('```\n```sh\n# a\n```\n# b')).toBe('b')
  expect(firstHeading('    # a\n\n- ~~~\n  # b\n  ~~~\n')).toBeNull()
})

test('A heading of a rank is sought among those of the rank', () => {
  expect(firstHeading('## a\n# b', 1)).toBe('b')
})

test('A heading of many spaces is read in time that grows with its length alone', () => {
  // Quadratic time took half a minute; the test's own limit would end it.
  const words = `a${' '.repeat(2_000_000)}b`
  expect(firstHeading(`## ${words}\n`)).toBe(words)
})
