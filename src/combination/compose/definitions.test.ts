import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { definitionIn, saidIn } from './definitions.ts'

describe('A sentence that explains something says what', () => {
  test.each([
    ['A cache is a store that keeps what was fetched.', 'cache', 'says'],
    ['Runbooks are pages that say what to do at night.', 'Runbooks', 'says'],
    ['However, drift refers to servers that differ from their description.', 'drift', 'says'],
    ['An on-call rota (also: duty list) is the order in which people answer alerts.', 'on-call rota', 'says'],
    ['In our team, a purge is the emptying of one cache.', 'purge', 'says'],
    ['The order in which people answer alerts is called the rota.', 'rota', 'names'],
    ['We keep a list of past failures, known as the graveyard, beside the door.', 'graveyard', 'names'],
    ['A release consists of a tag, a note and a build.', 'release', 'does'],
    ['Ask the keeper, who is the person that answers for a page.', 'keeper', 'glosses'],
    ['Every page has a keeper: the person who answers for it.', 'keeper', 'glosses'],
    ['Then the purge (emptying of one cache) can begin.', 'purge', 'glosses'],
    ['It was said in the service level agreement (SLA) years ago.', 'service level agreement', 'glosses'],
  ])('%s', (sentence, term, how) => {
    expect(definitionIn(sentence)).toEqual({ term, how })
  })

  test.each([
    ['Ein Spike ist eine kurze Arbeit, die eine Frage klärt.', 'Spike'],
    ['Unter einem Spike versteht man eine kurze Arbeit.', 'Spike'],
    ['Eine kurze Arbeit, die eine Frage klärt, heißt Spike.', 'Spike'],
    ['Le cache est une mémoire proche.', 'cache'],
    ['On appelle cache une mémoire proche.', 'cache'],
    ['La caché es una memoria cercana.', 'caché'],
    ['Una memoria cercana, conocida como caché, se llena sola.', 'caché'],
    ['キャッシュとは、近くに置いた記憶のことです。', 'キャッシュ'],
    ['近くに置いた記憶はキャッシュと呼ばれる。', 'キャッシュ'],
  ])('in other languages: %s', (sentence, term) => {
    expect(definitionIn(sentence)?.term).toBe(term)
  })
})

test.each([
  'It is a good day for a release.',
  'This is the third time.',
  'Please purge the cache before noon.',
  'The rota was late again.',
  'Our release is the most important of the year.',
  'This process is called purging.',
  'Wir haben gestern lange gewartet.',
  'Nous avons attendu hier.',
  '昨日は遅かった。',
  '',
])('What explains nothing is left alone: %s', (sentence) => {
  expect(definitionIn(sentence)).toBeNull()
})

test('Sentences that were run together are read one by one', () => {
  expect(definitionIn('We waited.A cache is a store of what was fetched.')?.term).toBe('cache')
})

test('What a thing is said to be is found by the quicker way too', () => {
  expect(saidIn('A cache is a store that keeps what was fetched.')).toBe('cache')
  expect(saidIn('The order of answering is called the rota.')).toBeNull()
})

test('Any text at all is read, and a term is some of its words', () => {
  const odd = fc.constantFrom(
    ' is a ',
    ', which is ',
    ' (',
    ')',
    ': the ',
    ', or ',
    ' called ',
    '—the ',
    'theory ',
    'とは',
    ' ist ',
    '。',
  )
  const text = fc.array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constant('word ')), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(text, (parts) => {
      const sentence = parts.join('')
      const found = definitionIn(sentence)
      if (!found) return
      const spaceless = (words: string) => words.toLowerCase().replace(/\s+/g, '')
      const cut = spaceless(sentence.replace(/\[[^\]]*\]\p{Ll}?|\([^()]*\)|[“”"„«»]/gu, ''))
      const whole = spaceless(sentence)
      expect(
        whole.includes(spaceless(found.term)) || cut.includes(spaceless(found.term.replace(/[“”"„«»]/gu, ''))),
      ).toBe(true)
    }),
  )
})
