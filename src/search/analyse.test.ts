import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alternatives, analyse, countWords, wantedIn, wordsLike, wordsOf } from './analyse.ts'

const terms = (text: string) => [...analyse('', text).body.keys()]

test('Words become their stems, without those that hold a sentence together', () => {
  expect(terms('The caches were purged, and we purge the cache.')).toEqual(['cach', 'were', 'purg'])
  expect(terms('Die Häuser leeren wir mit dem Zwischenspeicher.')).toEqual(['haus', 'leer', 'zwischenspeich'])
  expect(analyse('Purge', 'purging').title).toEqual(new Map([['purg', 1]]))
})

test('What stands around an apostrophe is left out where it is no word', () => {
  expect(terms("Mara's l’eau")).toEqual(['mara', 'eau'])
})

test('However a word is typed, it is the same', () => {
  for (const same of [
    ['Été', 'ete', 'E\u0301TE\u0301'],
    ['ＡＢＣ', 'abc'],
    ['Straße', 'strasse'],
    ['ｷｬｯｼｭ', 'キャッシュ'],
  ]) {
    expect(
      new Set(
        same.map((word) =>
          wantedIn(word)
            .map(({ prefix, terms }) => prefix ?? terms[0])
            .join(),
        ),
      ).size,
    ).toBe(1)
  }
})

test('Of Japanese, Chinese and Korean, pairs of characters are kept, and the last character alone', () => {
  expect(terms('当番表')).toEqual(['当番', '番表', '表'])
  expect(terms('削')).toEqual(['削'])
})

test('Only the last word may be half typed, and not when something follows it', () => {
  expect(wantedIn('cache pur').map(({ prefix }) => prefix)).toEqual([null, 'pur'])
  expect(wantedIn('cache pur ').map(({ prefix }) => prefix)).toEqual([null, null])
})

test('A question is sought by what it is about, as often as it says it', () => {
  const wanted = wantedIn('Which caches would you purge before other caches, please?')
  expect(wanted.map(({ terms, times }) => [terms[0], times])).toEqual([
    ['caches', 2],
    ['purge', 1],
    ['before', 1],
  ])
  expect(wantedIn('what about this ').length).toBe(3)
})

test('Of any text, words stand where they are said to, and terms are letters and digits only', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(text, text, (title, body) => {
      let last = 0
      for (const { word, from, to, last: alone } of wordsOf(body)) {
        expect(word).toBe(word.toLowerCase())
        expect(to).toBeGreaterThan(from)
        // A name stands behind its parts, and ends where the last of them does.
        expect(to).toBeGreaterThanOrEqual(last)
        if (alone) expect(to).toBe(last)
        expect(to).toBeLessThanOrEqual(body.length)
        last = to
      }
      const found = analyse(title, body)
      for (const term of [...found.title.keys(), ...found.body.keys()]) expect(term).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
    }),
    { numRuns: 500 },
  )
})

test('A text is found by each of its own telling words', () => {
  const word = fc.stringMatching(/^[a-zäöüéñ]{3,12}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const { body } = analyse('', words.join(' '))
      for (const one of words) {
        const [wanted] = wantedIn(`${one} `)
        if (body.size === words.length) expect(wanted?.terms.some((term) => body.has(term))).toBe(true)
      }
    }),
  )
})

test('Plain lines have the same words whatever stands beside them, and counting finds those that reading does', () => {
  const piece = fc.constantFrom(
    'Mara’s',
    "l'eau",
    'it',
    'K',
    '—',
    '…',
    '“so”',
    '²',
    '①',
    '❤️',
    'été',
    '水',
    '水の',
    '→',
    '\n',
    ' ',
    "o'",
    'A1',
    "12'500",
    '1.10.2',
    'getUserById',
    'C++',
    'F#',
    '.NET',
    'R&D',
    'a_b',
    'INV-20',
    "O'Brien",
    '.',
    '-',
    ',',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 3 }))), (pieces) => {
      const text = pieces.join('')
      const line = text.replaceAll('\n', ' ')
      expect([...wordsOf(line)]).toEqual([...wordsOf(`${line} é`)].slice(0, -1))
      const counts = new Map<string, number>()
      for (const { word } of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
      expect(countWords(text)).toEqual(counts)
    }),
    { numRuns: 500 },
  )
})

test('Reading only the words that a term may be a stem of misses none of them', () => {
  const tricky = [
    'dying',
    'lying',
    'skies',
    "l'yeux",
    "o'clock",
    "Mara's",
    'été',
    'Straße',
    'ﬁnal',
    '当番表',
    'x1',
    '_yes_',
    "O'Brien",
    "rock'n'roll",
    'getUserById',
    'node.js',
    '1.10.2',
  ]
  const letters = fc.string({ unit: fc.constantFrom(...'abcdeiysüé'), minLength: 1, maxLength: 8 })
  const words = fc.array(fc.oneof(fc.constantFrom(...tricky), letters), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(words, fc.nat(), (all, n) => {
      const text = all.join(' ')
      const [sought] = [...wordsOf(all[n % all.length] ?? '')].slice(0, 1)
      const terms = new Set(sought ? alternatives(sought.word) : [])
      const means = ({ word }: { word: string }) => alternatives(word).some((term) => terms.has(term))
      expect([...wordsLike(terms)(text)].filter(means)).toEqual([...wordsOf(text)].filter(means))
    }),
  )
})
