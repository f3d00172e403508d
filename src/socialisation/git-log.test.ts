import { expect, test } from 'vitest'
import { readGitLog } from './git-log.ts'

const commit = (name: string, mail: string) => `@@x\t${name}\t${mail}\t1700000000`
const authors = (lines: string[]) => new Set(readGitLog(lines).commits.map(({ author }) => author))

test('Whoever shares an address or a name is one person, called by the name met first', () => {
  const lines = [commit('Mara', 'mara@a'), commit('M. Lee', 'mara@a'), commit('m. lee', 'mara@b'), commit('Ben', 'b@a')]
  expect(authors(lines)).toEqual(new Set(['Mara', 'Ben']))
})

test('Twenty thousand people who turn out to be one after the other are one', () => {
  const all = Array.from({ length: 20_000 }, (_, n) => commit(`A${n}`, `a${n}@x`))
  // The last two are joined first, so that each join makes the chain longer.
  const joins = all.map((_, n) => commit(`A${19_998 - n}`, `a${19_999 - n}@x`)).slice(0, -1)
  expect(authors([...all, ...joins]).size).toBe(1)
})
