/** A repository made at once by `git fast-import`. */
import { execFileSync } from 'node:child_process'
import { freshFolder } from './stores.ts'

/** A change: its author as `Name <mail>`, its day, its message, and what it does to files. */
export interface MadeCommit {
  by: string
  on: string
  says: string
  /** Texts by path. */
  files?: Record<string, string>
  /** Files or folders moved, from and to. */
  moves?: Record<string, string>
  /** Submodules by path: the commit of theirs that is used. */
  submodules?: Record<string, string>
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`

/** Makes a repository with this history, oldest first, and its files checked out. */
export function madeRepository(commits: readonly MadeCommit[]): string {
  const root = freshFolder()
  git(root, 'init', '-q', '-b', 'main')
  addCommits(root, commits)
  return root
}

/** Adds to a repository's history. */
export function addCommits(root: string, commits: readonly MadeCommit[], after?: string): void {
  const stream = commits.map(({ by, on, says, files = {}, moves = {}, submodules = {} }, n) => {
    const who = `${by} ${Date.parse(`${on}T10:00:00Z`) / 1000} +0000\n`
    const from = n === 0 && after ? `from ${after}\n` : ''
    const changes = [
      ...Object.entries(moves).map(([old, path]) => `R "${old}" "${path}"\n`),
      ...Object.entries(files).map(([path, text]) => `M 100644 inline "${path}"\n${data(text)}`),
      ...Object.entries(submodules).map(([path, commit]) => `M 160000 ${commit} "${path}"\n`),
    ]
    return `commit refs/heads/main\nauthor ${who}committer ${who}${data(says)}${from}${changes.join('')}\n`
  })
  execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd: root, input: stream.join('') })
  git(root, 'reset', '-q', '--hard', 'main')
}

/** Runs git in a repository; what it printed. */
export const git = (root: string, ...words: string[]): string =>
  execFileSync('git', ['-c', 'protocol.file.allow=always', ...words], { cwd: root, encoding: 'utf8', stdio: 'pipe' })
