import { expect, test } from 'vitest'
import { seemsToDecide } from './seems-to-decide.ts'

test.each([
  'I decided to drain it first.',
  'Instead of waiting I called Jun.',
  'Then I realised the gauge was stuck.',
  'We should have stopped there.',
  'It sounded wrong.',
  'But then the light came on.',
  'ここで止めることに決めた。',
  '音がおかしいと気づいた。',
])('%j reads as if something was decided', (words) => {
  expect(seemsToDecide(words)).toBe(true)
})

test.each(['It was a Sunday.', 'The pump stood in the cellar.', 'Jun was on the phone.', '日曜日だった。'])(
  '%j does not',
  (words) => {
    expect(seemsToDecide(words)).toBe(false)
  },
)
