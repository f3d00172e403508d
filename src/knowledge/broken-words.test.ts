import { expect, test } from 'vitest'
import { joiningIn } from './broken-words.ts'

const joined = (...lines: string[]) => joiningIn(lines)(lines)

test('A word that is broken at a line’s end is one, and each line keeps its number', () => {
  expect(joined('This shows Hyphen-', 'ation across lines.')).toEqual(['This shows Hyphenation', 'across lines.'])
  expect(joined('It is shown by hyphen-', 'ation.', '', 'Next.')).toEqual([
    'It is shown by',
    'hyphenation.',
    '',
    'Next.',
  ])
})

test('A hyphen that is the word’s own stays, without a space', () => {
  expect(joined('A well-', 'known way.', 'It is known well.')).toEqual(['A well-known', 'way.', 'It is known well.'])
  expect(joined('A well-', 'known way.', 'The wellknown, well and known.')[0]).toBe('A wellknown')
  expect(joined('An on-', 'call phone.', 'The on-call phone.')[0]).toBe('An on-call')
})

test('What is no broken word stays as it is', () => {
  const lines = ['pre-', 'Alps and 3-', 'fold, x -', 'y', '- item', 'a-']
  expect(joined(...lines)).toEqual(lines)
})
