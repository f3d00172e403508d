import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnsThatAnswer } from './turns-that-answer.ts'

const chat = (speaker: string, ...said: string[]) => said.map((words) => ({ speaker, words }))
const small = Array.from({ length: 20 }, (_, n) => ({
  speaker: n % 2 ? 'Mara' : 'Jonas',
  words: n % 3 ? 'Mm. Yes.' : 'Shall we go on?',
}))

const meeting = [
  ...small,
  ...chat('Mara', 'Now the budget of next year.', 'It is less than we had.', 'Travel costs most of it.'),
  ...small,
  ...chat(
    'Jonas',
    'The cache was emptied on Monday.',
    'Nobody had told support.',
    'So a cache purge wants a message first.',
  ),
  ...small,
]

test('What is said around the words of a question answers it, though it has none of them', () => {
  const first = turnsThatAnswer('What was discussed about the cache purge?', meeting).slice(0, 3)
  expect(first.toSorted((a, b) => a - b)).toEqual([43, 44, 45])
})

test('Where two places have the words, the one where the named person speaks comes first', () => {
  const both = [
    ...small,
    ...chat('Mara', 'The budget is small.'),
    ...small,
    ...chat('Ute Lang MP', 'The budget is small.'),
    ...small,
  ]
  expect(turnsThatAnswer('What did Ute Lang think about the budget?', both)[0]).toBe(41)
  expect(turnsThatAnswer('What did Mara think about the budget?', both)[0]).toBe(20)
})

test('Somebody who is called A is not every a', () => {
  const both = [...chat('B', 'The budget is small.'), ...small, ...chat('A', 'The budget is small.')]
  expect(turnsThatAnswer('What did A say of the budget?', both)[0]).toBe(21)
  expect(turnsThatAnswer('Was there a budget?', both)).toEqual(turnsThatAnswer('Was there any budget?', both))
})

test('Every turn is given once, whatever is asked', () => {
  const turn = fc.record({
    speaker: fc.string({ maxLength: 6 }),
    words: fc.string({ unit: 'grapheme', maxLength: 30 }),
  })
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.array(turn, { maxLength: 30 }),
      (question, turns) => {
        const order = turnsThatAnswer(question, turns)
        expect(order.toSorted((a, b) => a - b)).toEqual(turns.map((_, n) => n))
      },
    ),
  )
})
