import { expect, test } from 'vitest'
import { asksSomething } from './asks-something.ts'

test('A question is told by its mark, or by how it begins', () => {
  for (const typed of [
    'purge on fridays?',
    'how do I purge',
    'who has the spare key',
    '鍵はどこですか',
    'パージとは？',
  ])
    expect(asksSomething(typed), typed).toBe(true)
  for (const typed of ['', 'cache purge', 'whole', 'who', 'how to', 'watches the que', 'パージ'])
    expect(asksSomething(typed), typed).toBe(false)
})
