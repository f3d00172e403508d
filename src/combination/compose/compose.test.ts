import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderPage } from '../pages/render-page.ts'
import { compose } from './compose.ts'
import type { Passage } from './passages.ts'
import type { Said } from './said.ts'

const said = (statement: string, more: Partial<Said> = {}): Said => ({
  statement,
  holdsWhen: null,
  kind: 'what',
  sayable: 'easily',
  source: 'a.md',
  fromLine: 8,
  toLine: 8,
  ...more,
})

const passage = (text: string, fromLine: number, more: Partial<Passage> = {}): Passage => ({
  source: 'a.md',
  title: 'A',
  fromLine,
  toLine: fromLine + text.split('\n').length - 1,
  text,
  how: 'definition',
  ...more,
})

const pieces = [
  '# ',
  '## x',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '```',
  '~~~',
  '    ',
  '\t',
  '---',
  '===',
  '| a | b |',
  '|-|-|',
  '*',
  '**',
  '_',
  '__',
  '~~',
  '`',
  '<b>',
  '<script>alert(1)</script>',
  '</p>',
  '&lt;',
  '&amp;',
  '&#91;',
  '&colon;',
  '[x](y)',
  '![x](y)',
  '[[x]]',
  '[[x|y]]',
  '^[other.md:1]',
  '[^1]',
  '[ ] ',
  '\\',
  '\\[',
  'https://x.example/a_b*c',
  'www.x.example',
  'me@x.example',
  'http:',
  'javascript:x',
  'a',
  'word',
  ' ',
  '.',
  '?',
  '知識。',
  '“',
  '\r',
  '\n',
  '$1',
  '$&',
  '$x',
  'x$ ',
  '%%',
  '\u2028',
  '(c)',
  '[!note] ',
  ' ^b1',
  '[x](y.md)',
  '![x](y.png)',
  '- [x] ',
  '!',
  '@',
  '&',
]
const words = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(''))
  .filter((text) => /[\p{L}\p{N}]/u.test(text) && !text.includes('\0'))

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9A-Fa-f]+)|quot|lt|gt|amp);/g, (name, code) =>
      code
        ? String.fromCodePoint(Number.parseInt(code, 16))
        : ({ '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' }[name as string] ?? ''),
    )

test('What somebody says is shown as they said it, and never becomes Markdown or HTML', () => {
  const kinds = fc.constantFrom<Said['kind']>('what', 'hard', 'steps', 'once')
  fc.assert(
    fc.property(words, kinds, (statement, kind) => {
      const { body } = compose({ title: 'T', said: [said(statement, { kind })], passages: [] })
      const { html, targets, citations } = renderPage(body, 'T')
      const shown = squeezed(textOf(html.replace(/<h2[^>]*>.*?<\/h2>/, '')))
      const expected = squeezed(statement)
      expect([expected, `${expected}.`]).toContain(shown)
      expect(targets).toEqual([])
      expect(citations).toEqual([{ name: 'a.md', from_line: 8, to_line: 8 }])
      // A bare address may be a link to that address; nothing else is.
      const tags = [...html.matchAll(/<([a-z0-9]+)([^>]*)>/g)].filter(
        ([tag]) => !/^<a href="(https?:|mailto:)/.test(tag),
      )
      for (const [, name] of tags)
        expect(['p', 'a', 'h2', 'ol', 'li', ...(kind === 'once' ? ['blockquote'] : [])]).toContain(name)
    }),
    { numRuns: 500 },
  )
})

test('The circumstances are words too', () => {
  fc.assert(
    fc.property(words, (holdsWhen) => {
      // What the statement says itself is not said twice.
      fc.pre(!['watch', 'it', 'watch it'].includes(squeezed(holdsWhen).toLowerCase()))
      const { body } = compose({ title: 'T', said: [said('Watch it', { holdsWhen })], passages: [] })
      const shown = squeezed(textOf(renderPage(body, 'T').html))
      expect(shown).toBe(squeezed(`Watch it (${squeezed(holdsWhen)}).`))
    }),
  )
})

test('A title is words too, and does not stand there twice', () => {
  fc.assert(
    fc.property(words.map(squeezed), (title) => {
      const { body } = compose({ title, said: [said('Watch it.')], passages: [] })
      expect(squeezed(textOf(renderPage(body, title).html))).toBe('Watch it.')
    }),
  )
})

test.each(['_a_.md', 'a`b`.md', '~x~.md', 'www.x.example.md', 'me@x.md', 'a&amp;.md', 'run book.md', '手順.md'])(
  'A source called %s is cited by its name',
  (source) => {
    const { body } = compose({ title: 'T', said: [said('Watch it.', { source })], passages: [] })
    expect(renderPage(body, 'T').citations).toEqual([{ name: source, from_line: 8, to_line: 8 }])
  },
)

test('The same ingredients give the same text', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 5 }), (statements) => {
      const once = compose({ title: 'T', said: statements.map((one) => said(one)), passages: [] })
      expect(compose({ title: 'T', said: statements.map((one) => said(one)), passages: [] })).toEqual(once)
    }),
  )
})

test('A page says what it is, when it gets hard, the steps in their order, and what has to be shown', () => {
  const { body, sources, summary } = compose({
    title: 'Cache purge',
    said: [
      said('Drain it', { kind: 'steps', source: 'b.md' }),
      said('Feel the valve', { sayable: 'shown' }),
      said('Never at noon', { kind: 'hard' }),
      said('A purge empties the cache'),
      said('Then purge', { kind: 'steps', fromLine: 9, toLine: 10 }),
      said('never at noon!', { kind: 'hard' }),
    ],
    passages: [passage('A [[cache]] is what keeps.\nIt is fast.', 1, { source: 'c.md', how: 'title' })],
  })
  expect(body).toBe(`# Cache purge

A cache is what keeps. It is fast. ^[c.md:1-2]

A purge empties the cache. ^[a.md:8]

## When it gets hard

Never at noon. ^[a.md:8]

## Steps

1. Drain it. ^[b.md:8]
2. Then purge. ^[a.md:9-10]

## Shown, not said

Feel the valve. ^[a.md:8]
`)
  expect(sources).toEqual(['c.md', 'b.md', 'a.md'])
  expect(summary).toBe('A cache is what keeps. It is fast.')
})

test('The lines of one story stand in one voice, in the order told, each with its citation', () => {
  const told = (statement: string, fromLine: number, source = 'a.md') =>
    said(statement, { kind: 'once', source, fromLine, toLine: fromLine })
  const lines = [
    told('It hummed.', 8),
    told('Elsewhere it rang', 8, 'b.md'),
    told('I closed it', 9),
    said('A pump is.'),
  ]
  const { body, summary } = compose({ title: 'T', said: lines, passages: [] })
  expect(body).toContain(
    '## What happened once\n\n> It hummed. ^[a.md:8] I closed it. ^[a.md:9]\n\n> Elsewhere it rang. ^[b.md:8]\n',
  )
  expect(summary).toBe('A pump is.')
})

test('The summary is the sentence that says what the thing is, wherever it stands', () => {
  const passages = [
    passage('You purge it at noon. Tell support first.', 3),
    passage('Mind the clock. An edge cache is a store near its readers.', 9),
  ]
  expect(compose({ title: 'Edge caches', said: [], passages }).summary).toBe(
    'An edge cache is a store near its readers.',
  )
})

test('What is reached by two ways stands there once, however short', () => {
  const passages = [
    passage('A purge is done at night, when few are here.', 3, { how: 'title', title: 'Purge' }),
    passage('A purge is plain.', 9, { source: 'b.md', title: 'Plain', how: 'heading' }),
    passage('A purge is plain.', 9, { source: 'b.md', title: 'Plain', how: 'definition' }),
  ]
  expect(compose({ title: 'Purge', said: [], passages }).body.match(/plain/g)).toHaveLength(1)
})

test('What people say in turn stands line by line, each cited by its own, and is not glued together', () => {
  const chat =
    'Mira: A freeze is when nobody deploys.\nJon: And who lifts it after the weekend?\nMira: Lena lifts the freeze.'
  const { body } = compose({ title: 'Freeze', said: [], passages: [passage(chat, 3, { how: 'title' })] })
  expect(body).toContain('Mira: A freeze is when nobody deploys. ^[a.md:3]\n\n')
  expect(body).not.toMatch(/deploys\..*Jon:/)
  expect(body).toContain('Lena lifts the freeze. ^[a.md:5]')
})
