import { contactKey, isMachine, nameIn, plain, tellApart, type Writer } from './git-people.ts'
import { type Contact, coAuthorsIn } from './git-trailers.ts'
import { onePerson } from './one-person.ts'

/** One commit: its author, time (ISO) and changed files. */
export interface Commit {
  id: string
  /** Its author; who shares a name or an address is one. */
  author: string
  /** The people who wrote it, told apart more strictly; if missing, the author alone. */
  writers?: readonly Writer[]
  at: string
  /** The first line of its message, if the history has it. */
  subject: string
  /** Whether nothing came before it. */
  root?: boolean
  changes: Change[]
}

/** A file added, changed or deleted; if renamed or copied, `from` is its former path. */
export interface Change {
  kind: 'A' | 'M' | 'D' | 'R' | 'C'
  path: string
  from?: string
  /** Moved without a change. */
  same?: boolean
  /** Changed here, though the history does not have who made it. */
  unseen?: boolean
}

/** The people who wrote a commit: none if it is a machine's. */
export const writersOf = ({ author, writers }: Commit): readonly Writer[] =>
  writers ?? (isMachine({ name: author, mail: '' }) ? [] : [{ label: author, mail: '' }])

/** The arguments of `git log` for `readGitLog`: oldest first, with renames and whole messages. */
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
  '-l1000',
  // A submodule is a pointer to another history.
  '--ignore-submodules=all',
  // No names of branches or tags: what is left says where a history was cut.
  '--decorate-refs=refs/replace/*',
  '--format=@@%h%x09%aN%x09%aE%x09%at%x09%s%n=%p%x09%D%n%w(0,1,1)%B',
]

/** A history: its commits, how many could not be read, and whether its beginning is missing. */
export interface GitLog {
  commits: Commit[]
  unreadable: number
  cut: boolean
}

/** Applies a `.mailmap` to people, in their order. */
export type Mapped = (contacts: readonly Contact[]) => readonly Contact[]

/**
 * Parses a history line by line: `@@id⇥name⇥mail⇥seconds[⇥subject]`, `=parents⇥decoration`, the
 * message indented, then `A⇥path`, `R100⇥old⇥new`; only the first and the last are needed. Commits
 * without an author or with an impossible date are skipped and counted. `mapped` applies a
 * `.mailmap` to the people named in messages; git has applied it to authors.
 */
export function readGitLog(lines: Iterable<string>, mapped: Mapped = (contacts) => contacts): GitLog {
  const read: Entry[] = []
  let [unreadable, rooted, rootless, cut] = [0, false, false, false]
  let open: Entry | undefined
  for (const line of lines) {
    if (line.startsWith('@@')) {
      open = entryOf(line)
      if (open) read.push(open)
      else unreadable++
    } else if (line.startsWith('=')) {
      const [parents = '', decoration = ''] = line.slice(1).split('\t')
      if (parents) rootless = true
      else rooted = true
      if (!parents && /\b(?:grafted|replaced)\b/.test(decoration)) cut = true
      if (open && !parents) open.commit.root = true
    } else if (line.startsWith(' ')) {
      if (open && line.includes(':')) readMessage(open, line.trim())
    } else if (open && line && !open.elsewhere) {
      const change = changeOf(line)
      if (change) open.commit.changes.push(change)
    }
  }
  // Where parents are told, a file changed and never added came by a merge.
  if (rooted || rootless) markUnseen(read)
  nameWriters(read, mapped)
  return { commits: read.map(({ commit }) => commit), unreadable, cut: cut || (rootless && !rooted) }
}

/** A commit with the people it names. */
interface Entry {
  commit: Commit
  author: Contact
  others: Contact[]
  /** Whether its paths are those of another repository. */
  elsewhere: boolean
}

const MOST_LETTERS = 200

function entryOf(line: string): Entry | undefined {
  const [id = '', name = '', mail = '', seconds = '', ...subject] = line.slice(2).split('\t')
  const moment = new Date(Number(seconds) * 1000)
  if (!name.trim() || !seconds || Number.isNaN(moment.getTime())) return undefined
  return {
    commit: { id, author: '', at: moment.toISOString(), subject: subject.join(' ').trim(), changes: [] },
    author: { name: name.trim().slice(0, MOST_LETTERS), mail: mail.trim().slice(0, MOST_LETTERS) },
    others: [],
    elsewhere: false,
  }
}

function readMessage(entry: Entry, line: string): void {
  // A subtree that was squashed in names its files as they are called at home.
  if (line.startsWith('git-subtree-split: ')) [entry.elsewhere, entry.commit.changes] = [true, []]
  // A trailer may follow the first line at once, and git takes both for the subject.
  if (!entry.commit.subject.startsWith(line)) entry.others.push(...coAuthorsIn(line))
}

function changeOf(line: string): Change | undefined {
  const [status = '', first, second] = line.split('\t')
  const kind = status.charAt(0)
  if (!first) return undefined
  if ((kind === 'R' || kind === 'C') && second)
    return { kind, path: second, from: first, ...(status === 'R100' && { same: true }) }
  return kind === 'A' || kind === 'M' || kind === 'D' ? { kind, path: first } : undefined
}

function markUnseen(read: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const { commit } of read)
    for (const change of commit.changes) {
      if (change.kind !== 'A' && change.kind !== 'D' && !seen.has(change.from ?? change.path)) change.unseen = true
      seen.add(change.path)
    }
}

/** Gives each commit its author's label and its writers, once all names are known. */
function nameWriters(read: readonly Entry[], mapped: Mapped): void {
  const given = [
    ...new Map(read.flatMap(({ others }) => others.map((one) => [contactKey(one), one] as const))).values(),
  ]
  const canonical = mapped(given)
  const called = new Map(given.map((one, n) => [contactKey(one), canonical[n] ?? one]))
  for (const entry of read) entry.others = entry.others.map((one) => called.get(contactKey(one)) ?? one)
  const people = onePerson()
  for (const { commit, author } of read) commit.author = people.meet(author.name, author.mail.toLowerCase())
  const behind = tellApart(read.flatMap(({ author, others }) => [author, ...others]))
  for (const { commit, author, others } of read) {
    const own = behind(author)
    // Services list a commit's author among those who wrote it with them, by another address.
    const isSelf = ({ label }: Writer) => own.some((me) => plain(nameIn(me.label)) === plain(nameIn(label)))
    const all = [...own, ...others.flatMap(behind).filter((one) => !isSelf(one))]
    // A later name or address may have joined two people.
    commit.author = people.nameOf(commit.author)
    commit.writers = all.length > 1 ? [...new Map(all.map((one) => [one.label, one])).values()] : all
  }
}
