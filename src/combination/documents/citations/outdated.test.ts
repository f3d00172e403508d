import { expect, test } from 'vitest'
import { type Outdated, repointed } from './outdated.ts'

const moved = (name: string, from_line: number, to_line: number, fromLine: number, toLine: number): Outdated => ({
  name,
  from_line,
  to_line,
  now: { fromLine, toLine, changed: null },
})

test('a citation says where its lines stand now, and every other byte stays', () => {
  const page = '---\r\ntitle: A\r\n---\r\n\r\nIt is so. ^[run.md:3-4, 9, other.md]  \r\n`^[run.md:9]` ^[run.md#L9]\r\n'
  expect(repointed(page, [moved('run.md', 9, 9, 12, 12)])).toBe(
    '---\r\ntitle: A\r\n---\r\n\r\nIt is so. ^[run.md:3-4, run.md:12, other.md]  \r\n`^[run.md:9]` ^[run.md#L12]\r\n',
  )
  expect(repointed(page, [])).toBe(page)
})

test('two that change places do so at once', () => {
  const page = 'One. ^[a.md:1] Two. ^[a.md:2-3]\n'
  const both = [moved('a.md', 1, 1, 2, 3), moved('a.md', 2, 3, 1, 1)]
  expect(repointed(page, both)).toBe('One. ^[a.md:2-3] Two. ^[a.md:1]\n')
})
