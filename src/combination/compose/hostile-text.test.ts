import { expect, test } from 'vitest'
import { cleanSentence } from './clean-sentence.ts'
import { definitionIn } from './definitions.ts'
import { nameKey } from './name-key.ts'
import { namesInTitle } from './phrases.ts'
import { escapeMarks } from './said.ts'
import { paragraphsOf, sayingsOf } from './sayings.ts'
import { partsOf } from './units.ts'

const pieces = [
  ' ',
  '\n',
  '#',
  '*',
  '_',
  '`',
  '[',
  '[[',
  '](',
  '(',
  '.',
  ':',
  '|',
  '{',
  '{#',
  '-',
  '知',
  '<',
  '!',
  '"',
  '\\',
]

test.each(pieces)('A hundred thousand times %j are read in linear time', (piece) => {
  // What grew with the square took from ten seconds to minutes, and the test's own limit would end it.
  const text = `a ${piece.repeat(100_000)}x`
  const document = {
    path: 'a.md',
    title: 'a',
    lines: text.split('\n'),
    frontLines: 0,
    fields: new Map(),
    front: '',
    notes: [],
  }
  expect(sayingsOf(paragraphsOf(document), document).length).toBeGreaterThan(0)
  expect(partsOf(text, 1).length).toBeGreaterThan(0)
  for (const read of [cleanSentence, nameKey, escapeMarks]) expect(read(text)).toContain('x')
  expect(namesInTitle(text).length).toBeGreaterThan(0)
  expect(definitionIn(text)).toBeNull()
})
