import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citedIn } from '../../text/index.ts'
import { takesInPassages } from '../compile/takes-in.ts'
import { blocksOf } from '../documents/markdown/merge-blocks.ts'
import { readPageText } from '../documents/markdown/page-text.ts'
import { mergePages } from './merge-pages.ts'

const now = '2026-05-04T09:00:00.000Z'
const page = (title: string, body: string, front = '') => ({
  title,
  markdown: `---\ntitle: ${title}\n${front}---\n${body}`,
  base: '',
})
const join = (one: string, other: string) =>
  mergePages(page('One', one), page('Other', other), { now, again: () => false }).markdown

test('What the other page says comes below, section by section', () => {
  const joined = join(
    '# One\n\nIt is one.\n\n## Steps\n\nFirst drain.\n',
    '# Other\n\nIt is two.\n\n## Steps\n\nThen purge.\n\n## After\n\nLook again.\n',
  )
  expect(readPageText(joined).body).toBe(
    '# One\n\nIt is one.\n\nIt is two.\n\n## Steps\n\nFirst drain.\n\nThen purge.\n\n## After\n\nLook again.\n',
  )
})

test('What both say stands once, and cites what either cited', () => {
  const joined = join('A purge takes ten minutes. ^[a.md:3]\n', 'A purge takes *ten* minutes! ^[b.md:1, a.md:3]\n')
  expect(readPageText(joined).body).toBe('A purge takes ten minutes. ^[a.md:3] ^[b.md:1]\n')
})

test('Another figure is not the same', () => {
  const joined = join('A purge takes 30 minutes.\n', 'A purge takes 90 minutes.\n')
  expect(blocksOf(readPageText(joined).body)).toEqual(['A purge takes 30 minutes.', 'A purge takes 90 minutes.'])
})

test('The other title and its names are aliases; fields of either are kept, and the first page’s where both have one', () => {
  const one = page('One', 'A.\n', 'mood: calm\naliases: [Uno]\n')
  const other = page('Other', 'B.\n', 'mood: loud\nteam: edge\naliases: [Alt, One]\ntags: [x]\n')
  const { front } = readPageText(mergePages(one, other, { now, again: () => false }).markdown)
  expect(front.get('aliases')).toEqual(['Uno', 'Alt', 'Other'])
  expect([front.get('mood'), front.get('team'), front.get('tags')]).toEqual(['calm', 'edge', ['x']])
})

test('What the compiler will write again stays its own; what it would not is a person’s from now on', () => {
  const other = page('Other', 'Said. ^[answer.md:1]\n\nRead. ^[book.md:2]\n')
  const base = '---\nsummary: x\n---\nSaid. ^[answer.md:1]\n\nRead. ^[book.md:2]\n'
  const joined = mergePages(page('One', 'A.\n'), { ...other, base }, { now, again: (name) => name === 'answer.md' })
  expect(blocksOf(readPageText(joined.base).body)).toEqual(['Said. ^[answer.md:1]'])
})

const source = fc.constantFrom('a.md:1', 'a.md:2', 'b.md:3', 'c.md')
const words = fc.constantFrom(
  'It is so.',
  'It is not.',
  'IT IS so',
  'Drain first.',
  'Wait 30 s.',
  'Wait 90 s.',
  '待つ。',
)
const block = fc.oneof(
  fc
    .tuple(words, fc.array(source, { maxLength: 2 }))
    .map(([text, cites]) => [text, ...cites.map((c) => `^[${c}]`)].join(' ')),
  fc.constantFrom(
    '## Steps',
    '## Notes',
    '- one\n- two',
    '| a | b |\n| - | - |',
    '```\nlet it = so\n```',
    '> A voice.',
  ),
)
const body = fc
  .tuple(fc.array(block, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([blocks, eol]) => `${blocks.join('\n\n')}\n`.replaceAll('\n', eol))

const plain = (text: string) =>
  text
    .replace(/\^\[[^\]]*\]/g, '')
    .replace(/[^\p{L}\p{N}|`-]+/gu, ' ')
    .toLowerCase()
    .trim()
const cites = (text: string) => new Set(citedIn(text).map(({ name, from_line }) => `${name}:${from_line}`))

test('Whatever is joined: each block of either stands there, each thing cited is cited, and the first page’s order stays', () => {
  fc.assert(
    fc.property(body, body, (one, other) => {
      const joined = readPageText(join(one, other)).body
      const there = blocksOf(joined).map(plain)
      for (const text of [...blocksOf(one), ...blocksOf(other)]) expect(there).toContain(plain(text))
      expect(cites(joined)).toEqual(new Set([...cites(one), ...cites(other)]))
      let at = -1
      for (const text of blocksOf(one)) {
        at = there.indexOf(plain(text), at + 1)
        expect(at).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('A page that takes in only what people said takes in sources, once it has joined one that did', () => {
  const own = { ...page('One', '# One\n\nOurs.\n'), base: '---\ntakesIn: said\nsources: []\n---\n' }
  const other = {
    ...page('Other', '# Other\n\nTheirs. ^[a.md:1]\n'),
    base: '---\nsources: [a.md]\n---\n\nTheirs. ^[a.md:1]\n',
  }
  expect(takesInPassages(mergePages(own, other, { now, again: () => true }))).toBe(true)
  expect(takesInPassages(mergePages(own, page('Other', 'Also ours.\n'), { now, again: () => true }))).toBe(false)
})
