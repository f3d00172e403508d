import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstSentenceIn, isEnded, sentencesIn, type TextStyle } from './sentences.ts'

const textsIn = (text: string, written?: TextStyle) => sentencesIn(text, written).map((one) => one.text)

test('Sentences end as they do in each script', () => {
  expect(textsIn('Wait. キューを見る。負荷は見ない。 क्या? Done')).toEqual([
    ...['Wait.', 'キューを見る。', '負荷は見ない。', 'क्या?', 'Done'],
  ])
})

test.each([
  ['Ask Dr. Smith, e.g. Monday. J. F. Roe knows no. 5. No. He left.', 4],
  ['**Stop it.** Then *wait.* [See.] “Now.” Go on.[1] Read on.[^2] Rest.', 7],
  ['Open https://a.example/edit?tab=t.0#!h and look! A file.md is there.', 2],
  ['She said “Stop!” and left… in May… 3 days ago. 12 came.', 3],
  ['見る。[[次|つぎ]]を見る。「はい。」本当?はい。', 5],
  ['The mark `.`または`!`のように', 1],
])('%j has its sentences', (text, count) => {
  expect(textsIn(text)).toHaveLength(count)
})

test('In a chat a small letter begins a sentence, too', () => {
  const chat = 'deploys fail, e.g. today. how do i restart one? “stop!” ok'
  expect(textsIn(chat, { uncapitalised: true })).toEqual([
    ...['deploys fail, e.g. today.', 'how do i restart one?', '“stop!”', 'ok'],
  ])
  expect(textsIn(chat)).toEqual([chat])
})

test.each(['It ran.', 'Ran it?”', '(It ran…)', '見る。」'])('%j is ended', (text) => expect(isEnded(text)).toBe(true))
test.each(['', 'It ran', 'It ran.So', 'It ran:'])('%j is not ended', (text) => expect(isEnded(text)).toBe(false))

const pieces = ['a', 'B', '知', '.', '。', '?', '…', ' ', '\n', '*', '”', '[1]', '[', '3', 'e.g.', '😀']

test('No letter of a text is lost, and each sentence stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...pieces) }), fc.boolean(), (text, uncapitalised) => {
      const found = sentencesIn(text, { uncapitalised })
      for (const one of found) expect(text.startsWith(one.text, one.at)).toBe(true)
      expect(
        found
          .map((one) => one.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''))
      if (!uncapitalised) expect(firstSentenceIn(text)).toBe(found[0]?.text ?? '')
    }),
  )
})

test.each(pieces)('%j a hundred thousand times is read in linear time', (piece) => {
  const text = `${piece.repeat(100_000)}x`
  expect(textsIn(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
})
