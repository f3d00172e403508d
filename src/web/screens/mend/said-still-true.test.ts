import { expect, test } from 'vitest'
import { saidStillTrue } from './said-still-true.ts'

test.each([
  ['---\ntitle: A\n---\n\nText.\n', '---\ntitle: A\nreviewed: 2026-05-04\n---\n\nText.\n'],
  ['---\r\ntitle: A\r\n---\r\nText.', '---\r\ntitle: A\r\nreviewed: 2026-05-04\r\n---\r\nText.'],
  [
    '---\nreviewed: 2020-01-01\ntitle: A\n---\nreviewed: x\n',
    '---\nreviewed: 2026-05-04\ntitle: A\n---\nreviewed: x\n',
  ],
  ['---\r\nreviewed: 2020-01-01\r\n---\r\n', '---\r\nreviewed: 2026-05-04\r\n---\r\n'],
])('%j says the day and keeps the rest', (before, after) => {
  expect(saidStillTrue(before, '2026-05-04')).toBe(after)
})
