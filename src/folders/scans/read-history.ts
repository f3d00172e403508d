import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Commit, gitLogArguments, readGitLog } from '../../socialisation/index.ts'

const MOST_BYTES = 1 << 30
const MOST_MS = 300_000

/** The history of a folder that is a repository: its head, and its commits, loaded on demand. */
export interface History {
  head: string
  read(): { commits: Commit[]; unreadable: number }
}

/** Opens a folder's history with `git`; null if there is none or git refuses it. */
export function openHistory(root: string): History | null {
  const bare = existsSync(join(root, 'HEAD')) && existsSync(join(root, 'objects'))
  if (!bare && !existsSync(join(root, '.git'))) return null
  const head = git(root, ['rev-parse', 'HEAD'])
  if (head === null) return null
  return { head: head.trim(), read: () => readGitLog((git(root, gitLogArguments) ?? '').split('\n')) }
}

/** Runs git without network access and without programs named by the repository's own settings. */
function git(root: string, words: readonly string[]): string | null {
  const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-pager']
  const { status, stdout } = spawnSync('git', [...safe, ...words], {
    cwd: root,
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
    timeout: MOST_MS,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return status === 0 ? stdout : null
}
