import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainWords } from '../../../knowledge/index.ts'
import { paragraphsOf, sayingsOf } from '../../compose/sayings.ts'
import { type Document, isDocument, parseDocument, readDocument } from './read-document.ts'

const read = (path: string, text: string | Uint8Array) =>
  readDocument(path, typeof text === 'string' ? new TextEncoder().encode(text) : text) as Document
const said = (document: Document) =>
  sayingsOf(paragraphsOf(document), document).map(({ words, fromLine, toLine }) => [words, fromLine, toLine])

test.each(['a.md', 'a.markdown', 'a.mdx', 'a.md.erb', 'a.html.md.erb', 'a.txt', 'a.html', 'A.MD'])(
  '%s is a document',
  (path) => {
    expect(isDocument(path)).toBe(true)
  },
)

test.each(['a.png', 'layout.erb', 'nav.html.erb', 'md', 'a.rb'])('%s is none', (path) => {
  expect(isDocument(path)).toBe(false)
})

test('ERB is stripped, its title and the words of its helpers stay, and lines keep their numbers', () => {
  const document = read(
    'house/moving.html.md.erb',
    "---\ntitle: Moving house\n---\n<% content_for :x do %>\n<%# no\n words %>\n# <%= current_page.data.title %>\n\n<%= warning_text('Do not lift alone.') %>\nAsk.<% end %>\n",
  )
  expect(document.title).toBe('Moving house')
  expect(said(document)).toEqual([
    ['Moving house', 7, 7],
    ['Do not lift alone.', 9, 9],
    ['Ask.', 10, 10],
  ])
})

test('HTML and MDX are read as what people see', () => {
  const html = read(
    'a.html',
    '<!doctype html>\n<html><head><title>T &amp; U</title>\n<style>p {}</style></head>\n<body><h2>Under</h2>\n<p>One <b>two</b>.</p>\n<script>no()</script></body></html>',
  )
  expect(html.title).toBe('T & U')
  expect(said(html)).toEqual([
    ['Under', 4, 4],
    ['One two.', 5, 5],
  ])
  const mdx = read(
    'a.mdx',
    'import X from \'x\'\n\n# Title\n\n<Note kind="a">\n  Words here.\n</Note>\n\n```jsx\n<Kept/>\n```\n',
  )
  expect(mdx.title).toBe('Title')
  expect(said(mdx).map(([words]) => words)).toEqual(['Title', 'Words here.'])
})

test('What is not UTF-8 is read as windows-1252 and named; what is no text, or too large, is named with a reason', () => {
  const old = read('a.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9))
  expect(old.lines).toEqual(['café'])
  expect(old.notes).toEqual(['It is not UTF-8; read as windows-1252.'])
  expect(read('a.md', Uint8Array.of(1, 0, 2))).toEqual({
    path: 'a.md',
    reason: 'It holds zero bytes: it is not a text.',
  })
  expect(read('a.md', new Uint8Array(200_000_000))).toEqual({
    path: 'a.md',
    reason: 'It is 200 MB; files up to 10 MB are read.',
  })
})

test('Broken front matter is named, and the rest is read', () => {
  const document = read('some-page.md', '---\ntitle: [\n---\nWords.\n')
  expect(document.title).toBe('some page')
  expect(document.notes[0]).toMatch(/^Its front matter is not YAML/)
  expect(said(document)).toEqual([['Words.', 4, 4]])
})

test('Sentences carry the lines they stand on', () => {
  const document = read(
    'a.md',
    '# A\n\nOne is\nlong. Two, e.g. this. Three\nends.\n\n- item\n1. step\n\n```\nno. No.\n```\n| a | b |\n|---|---|\n',
  )
  expect(said(document)).toEqual([
    ['A', 1, 1],
    ['One is long.', 3, 4],
    ['Two, e.g. this.', 4, 4],
    ['Three ends.', 4, 5],
    ['item', 7, 7],
    ['step', 8, 8],
    ['| a | b |', 13, 13],
  ])
})

const words = fc.array(
  fc.constantFrom(
    'One two.',
    'Three',
    'four\nfive. Six!',
    '# H',
    '- x',
    '```',
    '> q',
    '<%= x',
    '<b',
    '[a](b',
    '|',
    '\n',
  ),
  { maxLength: 12 },
)

test('Whatever stands in a document, each sentence lies within its lines', () => {
  fc.assert(
    fc.property(words, fc.constantFrom('a.md', 'a.mdx', 'a.html', 'a.md.erb', 'a.txt'), (pieces, path) => {
      const document = read(path, pieces.join('\n'))
      for (const { words: one, fromLine, toLine } of sayingsOf(paragraphsOf(document), document)) {
        expect(one).not.toBe('')
        expect(fromLine).toBeGreaterThan(0)
        expect(toLine).toBeGreaterThanOrEqual(fromLine)
        expect(toLine).toBeLessThanOrEqual(document.lines.length)
      }
    }),
  )
})

test('Markdown reads as plain words', () => {
  expect(plainWords('**Ask** [her](x.md), [them][y], [[a|b]], `code` and snake_case. ^[a.md:1] ![i](x)')).toBe(
    'Ask her, them, b, code and snake_case.',
  )
})

test('A text of nothing but open marks is read through once', () => {
  for (const piece of ['<!--', '<script ', '<%', '{/*', '[', '![', '`', '{#', '- a\n', '1. ', '&', '**']) {
    for (const path of ['a.md', 'a.mdx', 'a.html', 'a.md.erb']) said(read(path, piece.repeat(20_000)))
  }
})

test('A page of Logseq is called as its field or its name says, not as its first heading', () => {
  const title = (path: string, text: string) => parseDocument(path, text).title
  expect(title('pages/bread___rye.md', 'kind:: dough\n\n# Usage\n\t- Feed it.\n')).toBe('bread/rye')
  expect(title('pages/rye.md', 'kind:: dough\ntitle:: Rye of Ines\n\n- # Usage\n')).toBe('Rye of Ines')
  expect(title('pages/rye.md', '# Rye\n\nIt is sour.\n')).toBe('Rye')
})

test('Without a title a page is called as in the sidebar, and properties of Notion are no text', () => {
  expect(parseDocument('docs/01-oven.md', '---\nsidebar_label: Ovens\n---\nIt burns.\n').title).toBe('Ovens')
  const path = 'Oven 1a2b3c4d5e6f708192a3b4c5d6e7f809.md'
  const { lines, title } = parseDocument(path, '# Oven\n\nOwner: Ines\nHeat: 250\n\nIt burns.\n')
  expect([title, ...lines]).toEqual(['Oven', '# Oven', '', '', '', '', 'It burns.', ''])
})

test('Exponents of a page are told from digits, and struck words are not read', () => {
  const html = '<html><body><p>10<sup>9</sup> of H<sub>2</sub>O <del>gone</del></p></body></html>'
  expect(readDocument('a.html', new TextEncoder().encode(html))).toMatchObject({ lines: ['10⁹ of H₂O '] })
})
