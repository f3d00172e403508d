import fc from 'fast-check'
import { expect, test } from 'vitest'
import { absenceFactor, authorshipOf, authorsOf } from './absence-factor.ts'
import { type Commit, readGitLog } from './git-log.ts'

const commit = (author: string, ...changes: [Commit['changes'][number]['kind'], string, string?][]): Commit => ({
  id: 'c',
  author,
  at: '2026-01-01T00:00:00.000Z',
  subject: '',
  changes: changes.map(([kind, path, from]) => ({ kind, path, ...(from && { from }) })),
})

test('Whoever made a file and whoever changed it most are its authors, by the published formula', () => {
  const made = { first: 'Mara', deliveries: new Map([['Mara', 0]]), changes: 0 }
  expect(authorsOf(made)).toEqual(['Mara'])
  const shared = {
    first: 'Mara',
    deliveries: new Map([
      ['Mara', 0],
      ['Ben', 12],
    ]),
    changes: 12,
  }
  // Mara: 3.293 + 1.098 - 0.321 ln 13 = 3.57; Ben: 3.293 + 0.164 · 12 = 5.26, of which hers is 68 %.
  expect(authorsOf(shared)).toEqual(['Ben'])
})

test('A renamed file keeps its past, a deleted one is gone', () => {
  const files = authorshipOf([
    commit('Mara', ['A', 'old.ts'], ['A', 'gone.ts']),
    commit('Ben', ['R', 'new.ts', 'old.ts'], ['D', 'gone.ts']),
  ])
  expect([...files.keys()]).toEqual(['new.ts'])
  expect(files.get('new.ts')).toMatchObject({ first: 'Mara', changes: 1 })
})

test('The factor is how many must be away until under half of the files have an author', () => {
  const alone = authorshipOf([commit('Mara', ['A', 'a'], ['A', 'b'], ['A', 'c']), commit('Ben', ['A', 'd'])])
  expect(absenceFactor(alone)).toMatchObject({ factor: 1, people: [{ name: 'Mara' }], files: 4 })
  const two = authorshipOf([commit('Mara', ['A', 'a'], ['A', 'b']), commit('Ben', ['A', 'c'], ['A', 'd'])])
  expect(absenceFactor(two).factor).toBe(2)
  expect(absenceFactor(new Map()).factor).toBe(0)
})

test('The factor never exceeds the number of people', () => {
  const names = ['Mara', 'Ben', 'Jun']
  const histories = fc.array(
    fc.record({
      author: fc.constantFrom(...names),
      paths: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
    }),
  )
  fc.assert(
    fc.property(histories, (history) => {
      const commits = history.map(({ author, paths }) =>
        commit(author, ...paths.map((path) => ['M', path] as ['M', string])),
      )
      const { factor, people } = absenceFactor(authorshipOf(commits))
      expect(factor).toBe(people.length)
      expect(factor).toBeLessThanOrEqual(new Set(history.map(({ author }) => author)).size)
    }),
  )
})

test('A history is read with odd names, dates before 1970 and renames, and what has no author is counted and left out', () => {
  const log = [
    '@@a1\tMara Lind\tmara@example.org\t-86400',
    '',
    'A\tdocs/ぺージ.md',
    '@@b2\t\t\t1700000000',
    'M\tdocs/lost.md',
    '@@c3\tM. Lind\tMARA@example.org\t1700000000',
    'R087\tdocs/ぺージ.md\tdocs/page.md',
    '@@d4\tBen\tben@example.org\tnot a time',
  ]
  const { commits, unreadable } = readGitLog(log)
  expect(unreadable).toBe(2)
  expect(commits).toMatchObject([
    { author: 'Mara Lind', at: '1969-12-31T00:00:00.000Z', changes: [{ kind: 'A' }] },
    { author: 'Mara Lind', changes: [{ kind: 'R', path: 'docs/page.md', from: 'docs/ぺージ.md' }] },
  ])
})
