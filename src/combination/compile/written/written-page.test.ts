import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose, type Ingredients } from '../../compose/compose.ts'
import type { Said } from '../../compose/said.ts'
import { renderPage } from '../../pages/render-page.ts'
import { type Answer, draftOf, standing } from './draft.ts'
import { evidenceOf } from './evidence.ts'
import { writtenPage } from './written-page.ts'

const said = (statement: string, fromLine: number): Said => ({
  statement,
  holdsWhen: null,
  kind: 'what',
  sayable: 'easily',
  source: 'answer.md',
  fromLine,
  toLine: fromLine,
})
const made: Ingredients = {
  title: 'Cache purge',
  said: [
    said('Ben approves every purge.', 3),
    said('A purge takes 90 seconds.', 5),
    said('Never purge on Fridays.', 7),
  ],
  passages: [],
}
const answer = (...sentences: Answer['summary'][]): Answer => ({
  summary: { text: '', cites: [] },
  blocks: [{ heading: 'When it gets hard', steps: false, sentences }],
})
const bodyOf = (given: Answer, of = made) => {
  const evidence = evidenceOf(of)
  return writtenPage(standing(draftOf(given, evidenceOf(made), made.title), evidence), of, compose(of), 'stand-in').body
}

test('A heading that says something new is left out, and steps are numbered', () => {
  const [block] = answer({ text: 'A purge takes 90 seconds.', cites: [2] }).blocks
  const body = (heading: string) =>
    bodyOf({ summary: { text: '', cites: [] }, blocks: block ? [{ ...block, heading, steps: true }] : [] })
  expect(body('When it gets hard')).toContain('## When it gets hard\n\n1. A purge takes 90 seconds. ^[answer.md:5]')
  expect(body('Call the bank at once')).not.toContain('bank')
})

test('A sentence goes with anything that it cites, and the rest is said without it', () => {
  const given = answer(
    { text: 'Ben approves every purge, and never purge on Fridays.', cites: [1, 3] },
    { text: 'A purge takes 90 seconds.', cites: [2] },
  )
  expect(bodyOf(given)).toContain('Ben approves every purge, and never purge on Fridays. ^[answer.md:3] ^[answer.md:7]')
  const less = { ...made, said: made.said.slice(1) }
  expect(bodyOf(given, less)).not.toContain('Ben')
  expect(bodyOf(given, less)).toMatch(
    /A purge takes 90 seconds\. \^\[answer\.md:5\]\n\n## Also said\n\nNever purge on Fridays\./,
  )
})

test('Whatever a model answers, nothing that was said is lost, no citation is made up, and nothing of it runs', () => {
  const piece = fc.constantFrom(
    'A purge takes 90 seconds.',
    '<img src=x onerror=alert(1)>',
    '[[Payroll]]',
    '^[secret.md:1]',
    '==',
    '# No',
    '\n\n',
    '> ',
    '```',
    'https://evil.example',
    '![a](b)',
    'a@b.example',
    '[x](javascript:alert(1))',
    '| a |',
    '\\',
    '&lt;b&gt;',
    '\u202e',
    '---',
    '1.',
    'www.evil.example',
  )
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' '))
  const sentence = fc.record({
    text,
    cites: fc.array(fc.constantFrom(-1, 0, 1, 2, 3, 4, 0.5, Number.NaN), { maxLength: 3 }),
  })
  const block = fc.record({ heading: text, steps: fc.boolean(), sentences: fc.array(sentence, { maxLength: 4 }) })
  fc.assert(
    fc.property(fc.record({ summary: sentence, blocks: fc.array(block, { maxLength: 4 }) }), (given) => {
      const { html, targets, citations } = renderPage(bodyOf(given), made.title)
      expect(targets).toEqual([])
      expect(new Set(citations.map(({ name }) => name))).toEqual(new Set(['answer.md']))
      expect(new Set(citations.map(({ from_line }) => from_line))).toEqual(new Set([3, 5, 7]))
      expect(html).not.toMatch(/<(?:img|script|table|h1|pre|blockquote)|href=/)
    }),
  )
})
