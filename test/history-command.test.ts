import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readGitLog } from '../src/socialisation/index.ts'
import { HISTORY } from '../src/web/screens/scan/HowToGetIt.tsx'
import { git, type MadeCommit, madeRepository } from './made-repository.ts'
import { freshFolder } from './stores.ts'

const commits: MadeCommit[] = Array.from({ length: 4 }, (_, n) => ({
  by: 'Gro Dahl <gro@kiln.example>',
  on: `2025-0${n + 1}-02`,
  says: `Fire ${n}\n\nA secret of the house.\n\nCo-authored-by: Ivo Lie <ivo@kiln.example>\n\nMore.`,
  files: { 'kiln/heat.txt': `${n}` },
}))

function written(root: string): string {
  const { status, stderr } = spawnSync('sh', ['-c', HISTORY], { cwd: root, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return readFileSync(join(root, 'history.txt'), 'utf8')
}

test('The command that is shown writes who changed what with whom, and of messages no more', () => {
  const text = written(madeRepository(commits))
  expect(text).not.toContain('secret')
  const { commits: read, cut } = readGitLog(text.split('\n'))
  expect([read.length, cut]).toEqual([4, false])
  expect(read[0]).toMatchObject({
    root: true,
    subject: 'Fire 0',
    writers: [{ label: 'Gro Dahl' }, { label: 'Ivo Lie' }],
    changes: [{ kind: 'A', path: 'kiln/heat.txt' }],
  })
})

test('What it writes of a shallow clone says that it is cut', () => {
  const clone = join(freshFolder(), 'clone')
  const whole = madeRepository(commits)
  git(whole, 'clone', '-q', '--depth', '2', `file://${whole}`, clone)
  expect(readGitLog(written(clone).split('\n'))).toMatchObject({ cut: true, commits: { length: 2 } })
  const since = written(whole).split('@@').slice(-2).join('@@')
  expect(readGitLog(`@@${since}`.split('\n'))).toMatchObject({ cut: true, commits: { length: 2 } })
})
