import { expect, test } from 'vitest'
import { renderPage } from '../pages/render-page.ts'
import { costlyMarkdownIn } from './costly-markdown.ts'

const indented = (depth: number, indent: string) =>
  Array.from({ length: depth }, (_, n) => `${indent.repeat(n)}- a\n`).join('')

test.each([
  ['emphasis that nothing ends', '*_'.repeat(20_000)],
  ['emphasis in emphasis', `${'~~a '.repeat(3000)}a${' a~~'.repeat(3000)}`],
  ['links that nothing begins', ']]'.repeat(20_000)],
  ['emphasis in rows that are no table', `a | b\n|---|---|---|\n${`| *a _b ${'*a'.repeat(9)}\n`.repeat(900)}`],
  ['emphasis behind a table', `| a |\n|---|\n${`> *a ${'_*'.repeat(9)}\n`.repeat(900)}`],
  ['lines that are empty to people only', `*a${'*_'.repeat(9)}\n\u00a0\n`.repeat(900)],
  ['a list of more items than a book has lines', '- a\n'.repeat(30_000)],
  ['lists in lists, line by line', indented(60, '  ')],
  ['lists in lists by tabs', indented(60, '\t')],
  ['notes in notes', `${'[^a]: '.repeat(2000)}a`],
  ['addresses that nothing ends', '[x]: <'.repeat(2000)],
])('What a parser would take for ever over is told: %s', (_, body) => {
  expect(costlyMarkdownIn(body)).not.toBeNull()
})

test.each([
  ['a long table with words in bold', `| a | b |\n|---|---|\n${'| **x** | *y* |\n'.repeat(2500)}`],
  ['code', `\`\`\`\n${'some_snake_case(a * b, a_b)\n'.repeat(2000)}\`\`\``],
  ['a glossary', '- **word**: what it *means*, see [[Word]] ^[a.md:1]\n'.repeat(2500)],
  ['what is quoted at length', '> It is said.\n'.repeat(3000)],
  ['lists as deep as anybody writes them', indented(12, '    ')],
  ['links in one paragraph', '[[Word]] ^[a.md] '.repeat(2000)],
])('What people write is none of it: %s', (_, body) => {
  expect(costlyMarkdownIn(body)).toBeNull()
  expect(renderPage(body, 'Title').html).not.toBe('')
})
