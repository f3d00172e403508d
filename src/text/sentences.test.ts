import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesIn } from './sentences.ts'

test('Sentences end as they do in each script', () => {
  expect(sentencesIn('Wait. キューを見る。負荷は見ない。 क्या? Done').map(({ text }) => text)).toEqual([
    ...['Wait.', 'キューを見る。', '負荷は見ない。', 'क्या?', 'Done'],
  ])
})

test('No letter of a text is lost, and each sentence stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '知', '.', '。', '?', ' ', '\n') }), (text) => {
      const found = sentencesIn(text)
      for (const one of found) expect(text.startsWith(one.text, one.at)).toBe(true)
      expect(
        found
          .map((one) => one.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''))
    }),
  )
})
