import { expect, test } from 'vitest'
import { MOST_MARKS, marksOf } from './marking.ts'

test('Links and citations of a text are given once, with their places in the whole text', () => {
  const markdown = '---\ntitle: A\n---\n[[B]] and [[C|c]], [D](D.md), again [[B]]. ^[s.md:1-2, t.md]\n`[[no]]`\n'
  const { links, citations } = marksOf(markdown)
  expect(links.map(({ target }) => target)).toEqual(['B', 'C', './D.md'])
  expect(links[0]?.at.map((at) => markdown.slice(at, at + 5))).toEqual(['[[B]]', '[[B]]'])
  expect(citations.map(({ entry, at }) => [entry.name, entry.from_line, at])).toEqual([
    ['s.md', 1, [markdown.indexOf('^[')]],
    ['t.md', null, [markdown.indexOf('^[')]],
  ])
})

test('A name that stands everywhere has its first places alone', () => {
  const [one] = marksOf('[[B]] '.repeat(10_000)).links
  expect(one?.at).toHaveLength(MOST_MARKS)
  expect(one?.at.at(-1)).toBe(6 * (MOST_MARKS - 1))
})
