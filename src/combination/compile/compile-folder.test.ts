import { expect, test } from 'vitest'
import { findTopics } from '../compose/find-topics.ts'
import { paragraphsOf } from '../compose/sayings.ts'
import { type Document, readDocument } from '../documents/sources/read-document.ts'
import { readVault } from '../vault/read-vault.ts'
import { compileFolder } from './compile-folder.ts'

const NOW = '2026-05-04T09:00:00.000Z'

const documents = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => {
    const document = readDocument(path, new TextEncoder().encode(text)) as Document
    return { document, paragraphs: paragraphsOf(document) }
  })

const handbook = documents({
  'bakery/how-to-manage-ovens.md.erb':
    '---\ntitle: How to manage ovens\n---\n# <%= current_page.data.title %>\n\nAn oven is warmed an hour before the first loaf goes in. See [sourdough](sourdough.md).\n\n## Overview\n\nWe have two.\n',
  'bakery/sourdough.md':
    '# Sourdough\n\nSourdough is a bread that rises by itself, if ovens are kept at the right heat.\n\n## Overview\n\nFeed it daily.\n',
  'bakery/working-with-flour.txt': 'Flour is what most of it is; sourdough needs strong flour. Ovens need none.\n',
  'index.md': '# Our bakery\n\nSourdough, ovens, and flour: all that we know of them stands here.\n',
  'other.md': '# Closing time\n\n## Overview\n\nTurn off the ovens.\n',
})

test('Topics are what pages are titled with, most spoken of first; a form that many pages have is none', () => {
  const titles = findTopics(handbook).map(({ title }) => title)
  expect(titles.slice(0, 2).sort()).toEqual(['Ovens', 'Sourdough'])
  expect(titles).not.toContain('Overview')
})

function compiled(standing: Record<string, string> = {}, bases: Record<string, string> = {}) {
  return compileFolder({
    parsed: handbook,
    topics: findTopics(handbook),
    now: NOW,
    standing: (path) => standing[path] ?? null,
    base: (path) => bases[path] ?? '',
  })
}

test('A folder becomes a vault in which every citation reaches the lines that it came from', () => {
  const { files, pages } = compiled()
  const vault = readVault(files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) })))
  expect(vault.counts).toMatchObject({ pages, sources: 5 })
  expect(vault.defects.filter(({ kind }) => kind.startsWith('citation'))).toEqual([])
  const ovens = files.find(({ path }) => path === 'wiki/concepts/ovens.md')?.text ?? ''
  const [, name = '', line = ''] = /goes in\. \^\[(.+):(\d+)\]/.exec(ovens) ?? []
  const source = files.find(({ path }) => path === `sources/${name}`)?.text ?? ''
  expect(source.split('\n')[Number(line) - 1]).toMatch(/^An oven is warmed/)
})

test('What a person wrote on a page stays when the folder is turned again, and the rest is the same byte for byte', () => {
  const first = compiled()
  const standing = Object.fromEntries(first.files.map(({ path, text }) => [path, text]))
  const path = 'wiki/concepts/ovens.md'
  standing[path] = `${standing[path]}\nMine: *the left one lies*.\n`
  const again = compiled(standing, first.bases)
  expect(Object.fromEntries(again.files.map(({ path: at, text }) => [at, text]))).toEqual(standing)
})
