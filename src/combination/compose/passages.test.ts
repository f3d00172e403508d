import { expect, test } from 'vitest'
import { readDocument } from '../documents/sources/read-document.ts'
import { spokenIn } from './passages.ts'

test('A passage has whole words where its source breaks them at a line’s end, on the lines where they stand', () => {
  const text = '# Hyphens\n\nA hyphen at the end of a line is Hyphen-\nation across lines.\nIt ends there.\n'
  const document = readDocument('hyphens.md', Buffer.from(text))
  if ('reason' in document) throw new Error(document.reason)
  const whole = spokenIn(document, []).find(({ how }) => how === 'title')
  expect(whole?.text).toContain('Hyphenation\nacross lines.\nIt ends there.')
  expect(whole?.text.split('\n')).toHaveLength((whole?.toLine ?? 0) - (whole?.fromLine ?? 0) + 1)
})
