import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from './sentences.ts'
import { toldText } from './told-text.ts'

const texts = (words: string) => sentencesOf(words).map(({ text }) => text)

test('Words are split into sentences, and lines that were only wrapped are joined', () => {
  expect(texts('Watch the queue. Not the\nload! Really?')).toEqual(['Watch the queue.', 'Not the load!', 'Really?'])
})

test('An item of a list is a sentence of its own, without its mark', () => {
  expect(texts('- Drain the pool\n* Purge by key\n1. Wait\n2) Look')).toEqual([
    'Drain the pool',
    'Purge by key',
    'Wait',
    'Look',
  ])
})

test('Japanese is split at its own full stops', () => {
  expect(texts('キューを見る。負荷は見ない。')).toEqual(['キューを見る。', '負荷は見ない。'])
})

test('Paragraphs are told apart, also with Windows line ends', () => {
  expect(sentencesOf('One.\r\n\r\nTwo. Three.').map(({ paragraph }) => paragraph)).toEqual([0, 1, 1])
})

test('No letter that somebody wrote is lost, and no sentence has two lines or none', () => {
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '知', '.', '。', '?', ' ', '\n', '-', '1') }), (words) => {
      const sentences = texts(words)
      expect(letters(sentences.join(''))).toBe(letters(words))
      for (const sentence of sentences) expect(sentence).toMatch(/^\S(.*\S)?$/u)
    }),
  )
})

test('In the text of what was told each sentence stands in the line that is given for it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', '.', ' ', '\n', '-', '"', '知') }),
      fc.string(),
      (words, title) => {
        const sentences = sentencesOf(words)
        const { text, lines } = toldText({
          kind: 'answer',
          title,
          source: 's',
          now: '2026-05-04T09:00:00.000Z',
          sentences,
        })
        expect(lines.map((line) => text.split('\n')[line - 1])).toEqual(sentences.map((one) => one.text))
      },
    ),
  )
})
