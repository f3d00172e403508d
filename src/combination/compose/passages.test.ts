import fc from 'fast-check'
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

test('A section ends before the next heading of its rank or above, however headings stand', () => {
  const ranks = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(ranks, (ranks) => {
      const text = ranks.map((rank, n) => `${'#'.repeat(rank)} Cache z${n}\n\nIt is so, and ${n}.\n`).join('\n')
      const document = readDocument('zebra.md', Buffer.from(text))
      if ('reason' in document) throw new Error(document.reason)
      const sections = spokenIn(document, []).filter(({ how }) => how === 'heading')
      for (const [n, rank] of ranks.entries()) {
        const section = sections.find(({ name }) => name === `cache z${n}`)
        const next = ranks.findIndex((other, m) => m > n && other <= rank)
        if (section) expect(section.toLine).toBe((next < 0 ? ranks.length : next) * LINES_EACH - 1)
      }
      expect(sections.length).toBeGreaterThan(ranks.length - 2)
    }),
  )
})

const LINES_EACH = 4
