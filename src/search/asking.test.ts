import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alternatives } from './analyse.ts'
import { askingOf } from './asking.ts'

test('Many texts read at once say what each of them says alone', () => {
  const word = fc.constantFrom('drain', 'draining', "o'clock", 'été', '当番表', 'purge', 'the', 'caches', '', "'s")
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(text, { maxLength: 8 }), (asked, texts) => {
      const asking = askingOf(asked.map((one) => ({ terms: new Set(alternatives(one)), telling: 1 })))
      const each = asking.whichInEach(texts).map((found) => [...found].sort())
      expect(each).toEqual(texts.map((one) => [...asking.whichIn(one)].sort()))
    }),
  )
})
