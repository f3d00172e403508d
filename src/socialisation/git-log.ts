/** One commit: its author, time (ISO) and changed files. */
export interface Commit {
  id: string
  author: string
  at: string
  /** The first line of its message, if the history has it. */
  subject: string
  changes: Change[]
}

/** A file added, changed or deleted; if renamed or copied, `from` is its former path. */
export interface Change {
  kind: 'A' | 'M' | 'D' | 'R' | 'C'
  path: string
  from?: string
}

/** The arguments of `git log` for `readGitLog`: oldest first, with renames. */
export const gitLogArguments = [
  '-c',
  'core.quotePath=false',
  'log',
  '--reverse',
  // Overrides an order file named by the repository's configuration, which may never end.
  '-O/dev/null',
  '--no-merges',
  // The repository's configuration may name a program to check signatures: it is not run.
  '--no-show-signature',
  '--name-status',
  '-M',
  '--format=@@%h%x09%aN%x09%aE%x09%at%x09%s',
]

/**
 * Parses a history line by line: `@@id⇥name⇥mail⇥seconds[⇥subject]`, then `A⇥path`, `R100⇥old⇥new`.
 * Commits without an author or with an impossible date are skipped and counted. People who share a
 * mail address or a name are one.
 */
export function readGitLog(lines: Iterable<string>): { commits: Commit[]; unreadable: number } {
  const commits: Commit[] = []
  const people = onePerson()
  let unreadable = 0
  let open: Commit | undefined
  for (const line of lines) {
    if (line.startsWith('@@')) {
      open = commitOf(line, people)
      if (open) commits.push(open)
      else unreadable++
    } else if (open && line) {
      const change = changeOf(line)
      if (change) open.changes.push(change)
    }
  }
  // A later name or address may have joined two people.
  for (const commit of commits) commit.author = people.nameOf(commit.author)
  return { commits, unreadable }
}

function commitOf(line: string, people: ReturnType<typeof onePerson>): Commit | undefined {
  const [id = '', name = '', mail = '', seconds = '', ...subject] = line.slice(2).split('\t')
  const moment = new Date(Number(seconds) * 1000)
  if (!name.trim() || !seconds || Number.isNaN(moment.getTime())) return undefined
  return {
    id,
    author: people.meet(name.trim(), mail.trim().toLowerCase()),
    at: moment.toISOString(),
    subject: subject.join(' ').trim(),
    changes: [],
  }
}

function changeOf(line: string): Change | undefined {
  const [status = '', first, second] = line.split('\t')
  const kind = status.charAt(0)
  if (!first) return undefined
  if ((kind === 'R' || kind === 'C') && second) return { kind, path: second, from: first }
  return kind === 'A' || kind === 'M' || kind === 'D' ? { kind, path: first } : undefined
}

/**
 * Joins names and addresses seen together into one person (union-find), named by the first name
 * met.
 */
function onePerson() {
  const byKey = new Map<string, string>()
  const joined = new Map<string, string>()
  const nameOf = (name: string): string => {
    let last = name
    for (let next = joined.get(last); next !== undefined; next = joined.get(last)) last = next
    // Path compression: a long chain is walked once.
    for (let one = name; one !== last; ) {
      const next = joined.get(one) ?? last
      joined.set(one, last)
      one = next
    }
    return last
  }
  const meet = (name: string, mail: string): string => {
    const known = [`name ${name.toLowerCase()}`, ...(mail ? [`mail ${mail}`] : [])]
    const [first = name, ...others] = [...new Set(known.flatMap((key) => byKey.get(key) ?? []).map(nameOf))]
    for (const other of others) joined.set(other, first)
    for (const key of known) byKey.set(key, first)
    return first
  }
  return { meet, nameOf }
}
