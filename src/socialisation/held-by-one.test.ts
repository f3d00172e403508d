import { expect, test } from 'vitest'
import type { Commit } from './git-log.ts'
import { folderOf, heldByOne } from './held-by-one.ts'

const day = (n: number) => new Date(Date.parse('2025-01-01') + n * 86_400_000).toISOString()
let ids = 0
const commit = (author: string, at: number, subject: string, ...paths: string[]): Commit => ({
  id: `c${++ids}`,
  author,
  at: day(at),
  subject,
  changes: paths.map((path) => ({ kind: 'M', path })),
})

const hers = [
  commit('Mara', 0, 'Add the purge queue', 'edge/purge/queue.ts', 'edge/purge/drain.ts', 'edge/purge/keys.ts'),
  commit('Mara', 10, 'Fix the queue when the pool drains', 'edge/purge/queue.ts'),
  commit('Mara', 20, 'Revert "Purge in parallel"', 'edge/purge/queue.ts'),
  commit('Mara', 30, 'Work around the slow origin for now', 'edge/purge/drain.ts'),
  commit('Mara', 40, 'Tidy', 'edge/purge/keys.ts'),
]

test('A folder that one person alone had changed is found once somebody else touches it', () => {
  expect(heldByOne(hers)).toEqual([])
  const [found] = heldByOne([...hers, commit('Ben', 400, 'Log the purge', 'edge/purge/queue.ts')])
  expect(found).toMatchObject({
    folder: 'edge/purge',
    person: 'Mara',
    files: { theirs: 3, all: 3 },
    touchedBy: { name: 'Ben', path: 'edge/purge/queue.ts' },
    absence: { factor: 1 },
  })
})

test('Three questions are drawn from her own commits, each from another', () => {
  const [found] = heldByOne([...hers, commit('Ben', 400, 'Log the purge', 'edge/purge/queue.ts')])
  expect(found?.questions.map(({ subject }) => subject)).toEqual([
    'Revert "Purge in parallel"',
    'Work around the slow origin for now',
    'Fix the queue when the pool drains',
  ])
  expect(found?.questions[0]?.words).toContain('edge/purge/queue.ts')
})

test('A folder that two have shared all along is not held by one', () => {
  const shared = hers.map((one, index) => (index % 2 ? { ...one, author: 'Jun' } : one))
  expect(heldByOne([...shared, commit('Ben', 400, 'Log', 'edge/purge/queue.ts')])).toEqual([])
})

test('A folder is two deep, and a file at the top is in none', () => {
  expect(folderOf('src/store/migrations/001.ts')).toBe('src/store')
  expect(folderOf('README.md')).toBe('.')
})
