import { expect, test } from 'vitest'
import { saidBeforeBlank, saidInSentences } from './said-so-far.ts'

test.each([
  ['It hummed.', ''],
  ['It hummed.\nI waited', ''],
  ['It hummed.\n\n', 'It hummed.'],
  ['It hummed.\n \nI waited.\n\nAnd th', 'It hummed.\n \nI waited.'],
  ['\n\n', ''],
])('of %j what stands before a blank line is %j', (words, said) => {
  expect(saidBeforeBlank(words)).toBe(said)
})

test.each([
  ['It humm', ''],
  ['It hummed', ''],
  ['It hummed. I wai', 'It hummed.'],
  ['It hummed. I waited 2.5 ho', 'It hummed.'],
  ['It hummed “Stop!” I wai', 'It hummed “Stop!”'],
  ['It hummed\nI wai', 'It hummed'],
  ['うなった。待ち', 'うなった。'],
])('of %j the finished sentences are %j', (words, said) => {
  expect(saidInSentences(words)).toBe(said)
})
