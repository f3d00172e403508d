import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergePage } from './merge-page.ts'

const NOW = '2026-05-04T09:00:00.000Z'
const LATER = '2026-06-04T09:00:00.000Z'
const composed = (...blocks: string[]) => ({
  body: `# T\n\n${blocks.join('\n\n')}\n`,
  summary: 'What it is.',
  sources: ['a.md'],
})

test('A page that is made has the known fields in the order of the format, and dates in quotes', () => {
  const { text } = mergePage({ title: 'T', composed: composed('One. ^[a.md:1]'), current: null, base: '', now: NOW })
  expect(text).toBe(
    `---\ntitle: T\nsummary: What it is.\nsources:\n  - a.md\ncreatedAt: "${NOW}"\nupdatedAt: "${NOW}"\n---\n\n# T\n\nOne. ^[a.md:1]\n`,
  )
})

const line = fc.constantFrom(
  'One stands here.',
  'Two stands there.',
  '- a\n- b',
  '```\nx\n\n\ny\n```',
  '%% a comment %%',
)
const gap = fc.constantFrom('\n\n', '\n\n\n', '\n \n', '\n\t\n\n')

test('A recompile that changes one block keeps every other byte: mark, line ends, empty lines, comments, fields', () => {
  const blocks = fc.uniqueArray(fc.tuple(line, gap), { selector: ([text]) => text, minLength: 1 })
  fc.assert(
    fc.property(blocks, fc.constantFrom('', '\uFEFF'), fc.constantFrom('\n', '\r\n'), (own, mark, eol) => {
      const base = mergePage({ title: 'T', composed: composed('Old words.'), current: null, base: '', now: NOW })
      const front = `---\nOdd:   [a,b]  # by hand\ntitle: T\nsummary: What it is.\nsources: [a.md]\n\ncreatedAt: "${NOW}"\nupdatedAt: "${NOW}"\n---\n`
      const rest = own.map(([text, after]) => text + after).join('')
      const page = (text: string) =>
        mark + `${front}\n\n# T\n\nOld words.\n\n\n${rest}`.replace('Old words.', text).replaceAll('\n', eol)
      const merge = (words: string, current: string) =>
        mergePage({ title: 'T', composed: composed(words), current, base: base.base, now: LATER }).text
      expect(merge('Old words.', page('Old words.'))).toBe(page('Old words.'))
      expect(merge('New words.', page('Old words.'))).toBe(
        page('New words.').replace(`updatedAt: "${NOW}"`, `updatedAt: "${LATER}"`),
      )
    }),
  )
})

test('What is put into a page that a person began is not headed a second time, now or at the next compile', () => {
  const theirs = '---\ntitle: T\n---\n\nBegun by hand.\n'
  const first = mergePage({ title: 'T', composed: composed('One. ^[a.md:1]'), current: theirs, base: '', now: NOW })
  expect(first.text).toContain('Begun by hand.\n\nOne. ^[a.md:1]\n')
  expect(first.text).not.toContain('# T')
  const two = composed('One. ^[a.md:1]', 'Two. ^[a.md:2]')
  const second = mergePage({ title: 'T', composed: two, current: first.text, base: first.base, now: LATER })
  expect(second.text).toContain('Begun by hand.\n\nOne. ^[a.md:1]\n\nTwo. ^[a.md:2]\n')
  expect(second.text).not.toContain('# T')
})
