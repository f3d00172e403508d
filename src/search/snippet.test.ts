import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainWordsTogether } from '../knowledge/index.ts'
import type { Sought } from './rank.ts'
import { readHtml } from './read-html.ts'
import { snippet } from './snippet.ts'

const sought = (...terms: string[]): Sought[] =>
  terms.map((term) => ({ terms: new Map([[term, 1]]), documents: 1, weight: 1 }))
const far = 'Nothing of it stands here. '.repeat(30)

test('The place is shown where most of the words stand together, in whole words', () => {
  const words = snippet(
    `A purge once. ${far}Before a purge you watch the queue closely. ${far}`,
    sought('purg', 'queue'),
  )
  expect(words).toContain('Before a purge you watch the queue closely.')
  expect(words).toMatch(/^….*…$/)
  expect(words.length).toBeLessThan(240)
  for (const word of words.replace(/…/g, '').split(' '))
    expect(`A purge once. ${far}Before a purge you watch the queue closely.`).toContain(word)
})

test('A short line is shown whole, and a text without the words from its beginning', () => {
  expect(snippet('Before it\nwatch the queue.\nAfter it', sought('queue'))).toMatch(/watch the queue\. After it$/)
  expect(snippet('Watch the queue.', sought('zebra'))).toBe('Watch the queue.')
  expect(snippet('', sought('zebra'))).toBe('')
})

test('Of any text, it gives a short piece that stands in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 700 }),
      fc.string({ minLength: 1, maxLength: 3 }),
      (graphemes, term) => {
        const text = graphemes.replaceAll('\u00a0', ' ')
        const words = snippet(text, sought(term))
        expect(words.isWellFormed()).toBe(true)
        expect(text.replace(/\s+/g, ' ')).toContain(words.replace(/^…|…$/g, ''))
        expect(words.length).toBeLessThan(260)
      },
    ),
  )
})

test('Code, formulas and placeholders are never cut', () => {
  const code = `git${' --with-a-long-option=<your-value>'.repeat(4)}`
  const formula = '$a_1 + b_2 = \\frac{c}{d} + e + f + g + h + i$'
  for (const whole of [`\`${code}\``, formula, '<the name of your own server, in full>'])
    for (let before = 0; before < 200; before += 7) {
      const line = `${'x'.repeat(before)} queue ${whole} and then some more words follow it ${'behind '.repeat(60)}`
      for (const text of [plainWordsTogether(line), plainWordsTogether(`${far}${line}`), readHtml(htmlOf(line))]) {
        const words = snippet(text, sought('queue', 'some'))
        const [begin = '', bare] = [whole.slice(0, 6).replace('`', ''), whole.replaceAll('`', '')]
        if (words.includes(begin)) expect(words).toContain(bare)
        expect(words).not.toContain('\u00a0')
      }
    }
})

const htmlOf = (line: string) =>
  `<p>${line
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/`([^`]*)`/, '<code>$1</code>')}</p>`
