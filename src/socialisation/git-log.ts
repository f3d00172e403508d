/** One commit of a history: who, when (ISO), and which files it touched, oldest commit first in a history. */
export interface Commit {
  id: string
  author: string
  at: string
  /** Its first line, where the history has it. */
  subject: string
  changes: Change[]
}

/** A file added, changed or deleted; renamed or copied, `from` is what it was. */
export interface Change {
  kind: 'A' | 'M' | 'D' | 'R' | 'C'
  path: string
  from?: string
}

/** How `git log` is asked, so that `readGitLog` can read it; oldest first, renames followed. */
export const gitLogArguments = [
  '-c',
  'core.quotePath=false',
  'log',
  '--reverse',
  // Nor is a file read that it names for the order of files: it may be one that never ends.
  '-O/dev/null',
  '--no-merges',
  // A repository may say that signatures be checked, and by which program: nothing of it is run.
  '--no-show-signature',
  '--name-status',
  '-M',
  '--format=@@%h%x09%aN%x09%aE%x09%at%x09%s',
]

/**
 * Reads a history line by line: `@@id⇥name⇥mail⇥seconds[⇥subject]`, then `A⇥path`, `R100⇥old⇥new`. A commit without an author or
 * with an impossible date is left out and counted, and nothing stops the rest. People who share a mail address, or a
 * name, are one.
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
  // A name or address seen late may join two people who were thought different before.
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

/** Joins names and addresses that were seen together into one person, who goes by the name met first. */
function onePerson() {
  const byKey = new Map<string, string>()
  const joined = new Map<string, string>()
  const nameOf = (name: string): string => {
    const other = joined.get(name)
    return other === undefined ? name : nameOf(other)
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
