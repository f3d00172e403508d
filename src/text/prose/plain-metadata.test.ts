import { expect, test } from 'vitest'
import { metadataAtHead } from './plain-metadata.ts'
import { proseOf } from './prose.ts'

test.each([
  ['Title: Deck oven\nDate: 2024-05-01\nMood: calm\n\nIt burns.', 3, 'Deck oven'],
  ['Author: Ines\nSummary: On heat,\n  and more of it.\n\nIt burns.', 3, ''],
  ['% Deck oven\n% Ines\n\nIt burns.', 2, 'Deck oven'],
  ['Title: Deck oven\nIt burns.\n', 0, ''],
  ['Owner: Ines\nPhone: 12\n\nIt burns.', 0, ''],
  ['Date: tomorrow\n\nIt burns.', 0, ''],
])('The metadata at the head of %j', (body, lines, title) => {
  expect(metadataAtHead(body)).toEqual({ lines, title })
  if (lines > 0) expect(proseOf(body).trim()).toBe('It burns.')
  else expect(proseOf(body)).toBe(body)
})
