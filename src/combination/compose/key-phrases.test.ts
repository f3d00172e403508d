import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyPhraseReader } from './key-phrases.ts'

const texts = [
  'The cache purge is of one edge cache. We frob the cache purge, and the on-call engineer must frob the edge cache.',
  'A new release note is written when we frob the release train. The release train leaves on Tuesdays.',
  'We frob the office plants. They frob the water tank, and it is full.',
  'Interviews are led by two people. To frob the interview guide, ask the hiring lead.',
]

test('A document’s own phrases come first, in the words that it uses', () => {
  const phrases = keyPhraseReader(texts)(texts[0] ?? '')
  expect(phrases.slice(0, 3).map(({ words }) => words)).toContain('cache purge')
  expect(phrases.map(({ words }) => words)).toContain('edge cache')
})

test('A verb that no list has is told by where it stands in the documents', () => {
  const read = keyPhraseReader(texts)
  for (const text of texts)
    expect(
      read(text)
        .map(({ words }) => words)
        .join(' '),
    ).not.toMatch(/\bfrob\b/)
  expect(keyPhraseReader(['purge frob'])('purge frob')[0]?.words).toBe('purge frob')
})

test('Of two phrases that stand alike, what every document has comes last', () => {
  const three = ['Team wiki, falcon wing.', 'Team wiki, brass bell.', 'Team wiki, green door.']
  expect(keyPhraseReader(three)('Team wiki, falcon wing.').map(({ words }) => words)).toEqual([
    'falcon wing',
    'Team wiki',
  ])
})

test('Another language’s small words end phrases too', () => {
  const german = 'Die Ablage der alten Verträge ist nicht im Keller und auch nicht bei der Leitung.'
  expect(keyPhraseReader([german])(german).map(({ words }) => words)).toContain('alten Verträge')
})

test('Whatever the documents, phrases are of them, once each, the worthier first, the same every time', () => {
  const document = fc.array(
    fc.constantFrom('we', 'the', 'cache', 'purge', 'Edge', ',', '.', 'is', 'slowly', '12', '近く', '', 'of'),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 5 }), (documents) => {
      const all = documents.map((words) => words.join(' '))
      const text = all[0] ?? ''
      const phrases = keyPhraseReader(all)(text, 5)
      expect(phrases.length).toBeLessThanOrEqual(5)
      expect(new Set(phrases.map(({ key }) => key)).size).toBe(phrases.length)
      expect(phrases.map(({ worth }) => worth)).toEqual(phrases.map(({ worth }) => worth).toSorted((a, b) => b - a))
      for (const { words } of phrases) expect(text.replace(/\s+/g, ' ')).toContain(words)
      expect(keyPhraseReader(all)(text, 5)).toEqual(phrases)
    }),
  )
})
