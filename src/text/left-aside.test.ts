import { expect, test } from 'vitest'
import { asideOf } from './left-aside.ts'

/** Why a file is left aside in a folder of these files. */
function reason(path: string, folder: Record<string, string> = {}): string | null {
  return asideOf(path, {
    isRead: (one) => /\.(?:md|mdx|txt|html|csv)$/.test(one),
    has: (one) => one in folder,
    text: (one) => folder[one],
  })
}

test.each([
  'notes/Oven.sync-conflict-20250101-101010-ABCDEFG.md',
  "Oven (Ines's conflicted copy 2025-01-01).md",
  'Oven (conflicted copy 2025-01-01 101010).md',
  'Oven (Conflicted copy phone 202501011010).md',
  'Oven (In Konflikt stehende Kopie von Ines 2025-01-01).md',
  'Oven (Copie en conflit de Ines 2025-01-01).md',
  'Oven (Ines の競合コピー 2025-01-01).md',
  'Oven (SFConflict ines@example.org 2025-01-01-10-10-10).md',
  'Oven_conflict-20250101-101010.md',
  'Oven [conflict].md',
])('%s is a conflicted copy of Oven.md', (path) => {
  expect(reason(path)).toMatch(/^It is a conflicted copy of (?:notes\/)?Oven\.md\. Write/)
})

const oven = '# Oven\n\nThe oven is lit at four and swept at five, each day but Sunday.\n'

test.each([
  'Oven 2.md',
  'Oven (1).md',
  'Oven copy.md',
  'Oven - Copy (2).md',
  'Oven - Kopie.md',
  'Oven-LAPTOP-4F2A.md',
  'Oven-INESPC1.md',
  'Oven-Ines-MacBook-Pro.md',
  'Oven - コピー.md',
])('%s is a copy where Oven.md has the same words, and else a page', (path) => {
  expect(reason(path, { 'Oven.md': oven, [path]: `${oven}\nOr so.` })).toMatch(/^It is a copy of Oven\.md\. Write/)
  expect(reason(path, { 'Oven.md': oven, [path]: '# Another oven\n\nIt burns gas.' })).toBeNull()
  expect(reason(path, { [path]: oven })).toBeNull()
})

test('A short text under the heading of the other is a copy; a long one is a page', () => {
  const short = '# Oven\n\nFifteen.'
  expect(reason('Oven 2.md', { 'Oven.md': '# Oven\n\nTwelve minutes.', 'Oven 2.md': short })).not.toBeNull()
  const long = `# Oven\n\n${Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ')}`
  expect(reason('Oven 2.md', { 'Oven.md': oven, 'Oven 2.md': long })).toBeNull()
  const chapters = { 'Chapter.md': '# Chapter\n\nOne.', 'Chapter 2.md': '# Chapter 2\n\nTwo.' }
  expect(reason('Chapter 2.md', chapters)).toBeNull()
})

test.each([
  ['~$Oven.docx', /lock/],
  ['.~lock.Oven.odt#', /lock/],
  ['.#Oven.md', /lock/],
  ['.Oven.md.icloud', /iCloud/],
  ['Oven.md~', /editor/],
  ['.Oven.md.swp', /editor/],
  ['#Oven.md#', /editor/],
  ['Oven.docx.bak', /editor/],
  ['Map.canvas', /canvas/],
  ['Books.base', /view/],
  ['Plan.excalidraw.md', /drawing/],
  ['Oven.docx', /Bring it by itself/],
  ['Oven.gdoc', /Download/],
  ['Oven.rst', /pandoc/],
  ['Oven.xls', /table/],
])('%s is named with what would do', (path, words) => expect(reason(path)).toMatch(words))

test.each([
  'oven.png',
  'Oven.md',
  'oven.ts',
  '.gitignore',
  '~notes.md',
  'Price (2024).md',
  'conflict.md',
  'Conflict (law).md',
])('%s is left to itself', (path) => expect(reason(path, { [path]: 'Words.' })).toBeNull())

test('A template that waits to be filled in is no page; one that was filled in is', () => {
  const path = 'Templates/Meeting.md'
  for (const text of [
    '# {{title}}\n',
    'On {{date:YYYY-MM-DD}}',
    '<% tp.date.now() %>',
    'title: {{ replace .Name "-" " " }}',
  ])
    expect(reason(path, { [path]: text })).toMatch(/template/)
  expect(reason(path, { [path]: '# How to meet\n\nStand up.' })).toBeNull()
  const about = '# About templates\n\nWrite `{{title}}` or:\n\n```\n{{date}}\n```\n'
  expect(reason(path, { [path]: about })).toBeNull()
  expect(reason('Meeting.md', { 'Meeting.md': '# {{title}}' })).toBeNull()
})

test('A table of contents says nothing; a summary is a page', () => {
  const toc = '# Summary\n\n* [Oven](oven.md)\n  * [Heat](heat.md)\n'
  expect(reason('SUMMARY.md', { 'SUMMARY.md': toc })).toMatch(/contents/)
  expect(reason('SUMMARY.md', { 'SUMMARY.md': '# Summary\n\nWe baked.' })).toBeNull()
})

test('Of a database of Notion the whole table is read', () => {
  const folder = { 'T 1a.csv': '', 'T 1a_all.csv': '' }
  expect(reason('T 1a.csv', folder)).toMatch(/_all/)
})
