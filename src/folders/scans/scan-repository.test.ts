import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { freshFolder } from '../../../test/stores.ts'
import { scanFolder } from './scan-folder.ts'

type Change = { by: string; on: string; says: string; files: Record<string, string> }

function repository(changes: Change[]): string {
  const root = freshFolder()
  const git = (words: string[], env: Record<string, string> = {}) =>
    execFileSync('git', words, { cwd: root, env: { ...process.env, ...env }, stdio: 'pipe' })
  git(['init', '-q', '-b', 'main'])
  // A setting that would run a program of the repository's own, if it were obeyed.
  git(['config', 'log.showSignature', 'true'])
  git(['config', 'gpg.program', join(root, 'never-run')])
  for (const { by, on, says, files } of changes) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    git(['add', '.'])
    const [name, email, date] = [by, `${by.toLowerCase()}@example.org`, `${on}T12:00:00Z`]
    const who = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email }
    git(['commit', '-q', '-m', says], { ...who, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })
  }
  return root
}

test('A repository shows the folder that one person alone had changed, and three questions to her', () => {
  const own = (n: number, says: string): Change => ({
    by: 'Mara',
    on: `2025-01-0${n}`,
    says,
    files: { 'edge/purge/queue.ts': `${n}`, 'edge/purge/drain.ts': `${n}`, 'edge/purge/keys.ts': `${n}` },
  })
  const root = repository([
    own(1, 'Add the purge queue'),
    own(2, 'Fix the queue when the pool drains'),
    own(3, 'Revert "Purge in parallel"'),
    own(4, 'Work around the slow origin for now'),
    own(5, 'Tidy'),
    { by: 'Ben', on: '2026-05-04', says: 'Log the purge', files: { 'edge/purge/queue.ts': 'logged' } },
  ])
  const data = freshFolder()
  const given = { path: root, data, now: '2026-06-01T00:00:00.000Z', progress: () => {}, found: () => {} }
  const again = scanFolder(given)
  expect(again.commits).toBe(6)
  const [finding] = again.findings
  expect(finding).toMatchObject({ kind: 'held-by-one', button: 'Ask Mara' })
  expect(finding?.line).toContain('Mara alone had changed edge/purge/')
  expect(finding?.questions).toHaveLength(3)
  expect(scanFolder(given).findings).toEqual(again.findings)
})
