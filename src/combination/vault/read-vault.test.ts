import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPageText, writePageText } from '../documents/markdown/page-text.ts'
import { readVault } from './read-vault.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const vault = (files: Record<string, string>) =>
  readVault(Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) })))

test('Links are resolved, citations reach their source and its lines, and what is missing is wanted', () => {
  const read = vault({
    'sources/run.md': '---\ntitle: Run\n---\nOne.\nTwo.\n',
    'wiki/concepts/cache.md':
      '---\ntitle: Cache\naliases: [The edge]\n---\n\nSee [[purge]] and [[Purge]], [[nowhere]]. ^[run.md:4-5]\n',
    'wiki/concepts/purge.md':
      '---\ntitle: Purge\n---\n[[the edge]] [[Nowhere|x]] ![[x.png]] ^[run.md:6, other.md]\nA note.^[in words]\n',
    'wiki/index.md': '[[not read]]',
  })
  expect(read.counts).toEqual({ pages: 2, sources: 1, links: 6, citations: 3, footnotes: 1, dangling: 2, files: 1 })
  expect(read.wanted).toEqual(
    [{ name: 'nowhere', links: 2, from: ['wiki/concepts/cache.md', 'wiki/concepts/purge.md'] }].map((one) => ({
      ...one,
      name: 'Nowhere',
    })),
  )
  expect(read.pages[1]?.reaches).toEqual(['wiki/concepts/cache.md', null, null])
  expect(read.defects.map(({ kind, path, line }) => [kind, path.slice(14), line])).toEqual([
    ['dangling-link', 'cache.md', 6],
    ['dangling-link', 'purge.md', 4],
    ['citation-past-the-end', 'purge.md', 4],
    ['citation-of-no-source', 'purge.md', 4],
  ])
})

test('All the dirt of real vaults comes in, each piece with a reason', () => {
  const words = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ')
  const { defects, pages } = vault({
    'a.md': `---\ntitle: "A "\naliases: ["x|y", "\\uD83D", both]\n---\n---\ntitle: A\n---\n${words}\n`,
    'b.md': `---\ntitle: B\naliases: both\n---\n<think>\nHm.\n</think>\n${words} ^[filename.md:START-END] ^[inferred] ^[A] ^[../x.md]\n`,
    'c.md': '---\ntitle: [\n---\nStill [[a]].\n',
  })
  expect(pages).toHaveLength(3)
  expect(new Set(defects.map(({ kind }) => kind))).toEqual(
    new Set([
      'title-with-a-space-at-its-end',
      'alias-with-a-bar',
      'alias-of-half-a-character',
      'alias-of-several-pages',
      'second-front-matter',
      'thinking-left-in',
      'placeholder-citation',
      'page-cited-as-source',
      'citation-out-of-sources',
      'broken-front-matter',
      'nearly-the-same-page',
    ]),
  )
  for (const { reason } of defects) expect(reason).toMatch(/\w+.*[.]$/s)
})

const piece = fc.constantFrom(
  '---\n',
  'title: x\n',
  'a: [\n',
  '[[x]]',
  '^[a.md:3]',
  '\r\n',
  '```\n',
  '<think>',
  'é',
  '\uFEFF',
  ' ',
  '\n',
)

test('Nothing stops a vault from being read, and every page that can be read is written back byte for byte', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.uint8Array(),
          fc.array(piece).map((pieces) => bytes(pieces.join(''))),
        ),
      ),
      (files) => {
        const { pages, defects } = readVault(files.map((file, n) => ({ path: `${n}.md`, bytes: file })))
        expect(pages.length + defects.filter(({ kind }) => kind === 'unreadable').length).toBe(files.length)
        const broken = new Set(defects.filter(({ kind }) => kind === 'broken-front-matter').map(({ path }) => path))
        for (const [n, file] of files.entries()) {
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file)
          if (!broken.has(`${n}.md`) && text.isWellFormed() && !text.includes('\0'))
            expect(writePageText(readPageText(text))).toBe(text)
        }
      },
    ),
  )
})
