import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubtOf } from './support.ts'

const LINES = [
  'The purge of the old cluster takes 90 seconds and must be announced in #edge first.',
  'Some regions may lag behind. Ben approves every purge, never the shift lead. You should not purge on Fridays.',
]

test.each([
  'The purge of the old cluster takes 90 seconds.',
  'A purge takes 90 seconds on the old cluster.',
  'It must be announced in #edge first.',
  'Purges of the old cluster must first be announced in #edge.',
  'Some regions may lag behind.',
  'Ben approves every purge.',
  'You should not purge on Fridays.',
  'Do not purge on Fridays.',
])('What the lines say is supported: %s', (sentence) => {
  expect(doubtOf(sentence, LINES)).toBeNull()
})

test.each([
  ['The purge of the old cluster takes 900 seconds.', 'figure'],
  ['The purge of the old cluster takes 90 minutes.', 'figure'],
  ['The purge of the old cluster takes ninety seconds, in Frankfurt 80.', 'figure'],
  ['The purge in Frankfurt must be announced in #edge first.', 'name'],
  ['Some regions, Frankfurt among them, may lag behind.', 'name'],
  ['The purge of the old cluster must not be announced in #edge.', 'turned-round'],
  ['You should purge on Fridays.', 'turned-round'],
  ['The purge may be announced in #edge first.', 'strength'],
  ['All regions may lag behind.', 'strength'],
  ['Regions must lag behind.', 'strength'],
  ['The purge takes 90 seconds, because the origin shield warms its caches again.', 'words'],
  ['Coffee is in the kitchen.', 'words'],
])('What they do not say is doubted: %s (%s)', (sentence, doubt) => {
  expect(doubtOf(sentence, LINES)).toBe(doubt)
})

test('A sentence that cites nothing is doubted, and its page’s title is known to it', () => {
  expect(doubtOf('The purge takes 90 seconds.', [])).toBe('cites-nothing')
  expect(doubtOf('A cache purge takes 5 minutes.', ['It takes five min.'])).toBe('words')
  expect(doubtOf('A cache purge takes 5 minutes.', ['It takes five min.'], 'Cache purge')).toBeNull()
})

test.each([
  ['障害のときはまず当番に電話します。', ['障害のときは、まず当番に電話します。'], null],
  ['障害のときはまず当番に電話しません。', ['障害のときは、まず当番に電話します。'], 'turned-round'],
  ['Der Neustart dauert 5 Minuten.', ['Der Neustart des Servers dauert 5 Minuten.'], null],
  ['Der Neustart dauert nicht 5 Minuten.', ['Der Neustart des Servers dauert 5 Minuten.'], 'turned-round'],
  ['Le redémarrage ne prend pas 5 minutes.', ['Le redémarrage prend 5 minutes.'], 'turned-round'],
])('Other languages are heard: %s', (sentence, lines, doubt) => {
  expect(doubtOf(sentence, lines)).toBe(doubt)
})

test('What stands in the lines word for word is supported, whatever it is', () => {
  const word = fc.constantFrom(
    'purge',
    'Ben',
    '90',
    'must',
    'not',
    'never',
    'all',
    'the',
    'may',
    'seconds',
    'Edge',
    '3.5',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const sentence = `${words.join(' ')}.`
      expect(doubtOf(sentence, [sentence])).toBeNull()
    }),
  )
})

test('No text is too odd or too long to be weighed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      (one, other) => {
        expect(() => doubtOf(one, [other])).not.toThrow()
      },
    ),
  )
  expect(doubtOf('not '.repeat(20_000), ['must '.repeat(20_000)])).not.toBe('cites-nothing')
})
