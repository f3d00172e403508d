import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sought } from './rank.ts'
import { snippet } from './snippet.ts'

const sought = (...terms: string[]): Sought[] =>
  terms.map((term) => ({ terms: new Map([[term, 1]]), documents: 1, weight: 1 }))
const far = 'Nothing of it stands here. '.repeat(30)

test('The place is shown where most of the words stand together, in whole words', () => {
  const words = snippet(
    `A purge once. ${far}Before a purge you watch the queue closely. ${far}`,
    sought('purg', 'queue'),
  )
  expect(words).toContain('Before a purge you watch the queue closely.')
  expect(words).toMatch(/^….*…$/)
  expect(words.length).toBeLessThan(240)
  for (const word of words.replace(/…/g, '').split(' '))
    expect(`A purge once. ${far}Before a purge you watch the queue closely.`).toContain(word)
})

test('A short line is shown whole, and a text without the words from its beginning', () => {
  expect(snippet('Before it\nwatch the queue.\nAfter it', sought('queue'))).toMatch(/watch the queue\. After it$/)
  expect(snippet('Watch the queue.', sought('zebra'))).toBe('Watch the queue.')
  expect(snippet('', sought('zebra'))).toBe('')
})

test('Of any text, it gives a short piece that stands in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 700 }),
      fc.string({ minLength: 1, maxLength: 3 }),
      (text, term) => {
        const words = snippet(text, sought(term))
        expect(words.isWellFormed()).toBe(true)
        expect(text.replace(/\s+/g, ' ')).toContain(words.replace(/^…|…$/g, ''))
        expect(words.length).toBeLessThan(260)
      },
    ),
  )
})
