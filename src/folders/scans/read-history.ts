import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Contact, type GitLog, gitLogArguments, readGitLog } from '../../socialisation/index.ts'

const MOST_BYTES = 1 << 30
const MOST_MS = 300_000

/** The history of a folder that is a repository: its commits are loaded on demand. */
export interface History {
  /** Differs when another history would be read: its head, where it is cut, and who is who. */
  state: string
  /** What is in it; null if git cannot read it. */
  read(): GitLog | null
}

/** Opens a folder's history with `git`; null if there is none. */
export function openHistory(root: string): History | null {
  const bare = existsSync(join(root, 'HEAD')) && existsSync(join(root, 'objects'))
  if (!bare && !existsSync(join(root, '.git'))) return null
  const mailmap = mailmapOf(root)
  const git = (words: readonly string[], input?: string) => runGit(root, [...mailmap.safe, ...words], input)
  const [shallow = '', head = ''] = git(['rev-parse', '--is-shallow-repository', 'HEAD'])?.split('\n') ?? []
  // A repository without a commit has no history yet.
  if (!head && git(['rev-list', '--all', '--max-count=1']) === '') return null
  return {
    state: `${head} ${shallow} ${mailmap.state}`,
    read: () => {
      const log = head ? git(gitLogArguments) : null
      if (log === null) return null
      const read = readGitLog(log.split('\n'), (contacts) => mapped(git, contacts))
      return { ...read, cut: read.cut || shallow === 'true' }
    },
  }
}

/** A hash of the `.mailmap` files that git applies, and settings that keep it from others. */
function mailmapOf(root: string): { state: string; safe: readonly string[] } {
  const settings = runGit(root, ['config', '--type=path', '--get-regexp', '^mailmap\\.']) ?? ''
  const lines = settings.split('\n')
  const named = lines.flatMap((line) => (line.startsWith('mailmap.file ') ? resolve(root, line.slice(13)) : []))
  const hash = createHash('sha256').update(settings)
  for (const file of [join(root, '.mailmap'), ...named]) if (isOrdinary(file)) hash.update(readFileSync(file))
  const odd = named.some((file) => existsSync(file) && !isOrdinary(file))
  return { state: hash.digest('base64url'), safe: odd ? ['-c', 'mailmap.file='] : [] }
}

const MOST_MAILMAP = 10_000_000

/** Whether a file can be read to its end; a device named in a setting may have none. */
function isOrdinary(file: string): boolean {
  const there = statSync(file, { throwIfNoEntry: false })
  return there?.isFile() === true && there.size < MOST_MAILMAP
}

/** Applies `.mailmap` to people whom messages name; those without an address stay as they are. */
function mapped(git: Git, contacts: readonly Contact[]): readonly Contact[] {
  const asked = contacts.filter(({ mail }) => /^[^\s<>]+$/.test(mail))
  if (asked.length === 0) return contacts
  const lines = asked.map(({ name, mail }) => `${name.replace(/[<>\p{Cc}]/gu, ' ').trim()} <${mail}>`)
  const answers = git(['check-mailmap', '--stdin'], `${lines.join('\n')}\n`)?.split('\n')
  if (answers?.length !== asked.length + 1) return contacts
  const called = new Map(asked.map((one, n) => [one, contactOf(answers[n] ?? '') ?? one]))
  return contacts.map((one) => called.get(one) ?? one)
}

function contactOf(line: string): Contact | null {
  const [, name = '', mail = ''] = /^([^<]*)<([^<>]*)>$/.exec(line) ?? []
  return mail ? { name: name.trim() || mail, mail: mail.toLowerCase() } : null
}

type Git = (words: readonly string[], input?: string) => string | null

/** Runs git without network access and without programs named by the repository's own settings. */
function runGit(root: string, words: readonly string[], input?: string): string | null {
  const safe = [
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'protocol.allow=never',
    '--no-pager',
  ]
  const { status, stdout } = spawnSync('git', [...safe, ...words], {
    cwd: root,
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
    timeout: MOST_MS,
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'ignore'] } : { input, stdio: ['pipe', 'pipe', 'ignore'] }),
  })
  return status === 0 ? stdout : null
}
