import { type Absence, absenceFactor, authorshipOf, type ByWhom } from './absence-factor.ts'
import { type CommitQuestion, questionsTo, type Touch } from './commit-questions.ts'
import { finalPaths } from './final-paths.ts'
import { isImport } from './git-import.ts'
import { type Commit, writersOf } from './git-log.ts'
import { type Holder, mayBeOne, nameIn, UNKNOWN, type Writer } from './git-people.ts'

/** A folder that one person changed alone, and that others change now. */
export interface HeldByOne {
  folder: string
  person: string
  /** Whether nobody else had changed it before; otherwise nearly nobody. */
  alone: boolean
  /** The number of the folder's files that are theirs, and of all. */
  files: { theirs: number; all: number }
  /** The latest change by somebody else, which makes it matter now. */
  touchedBy: { name: string; at: string; path: string; subject: string }
  questions: CommitQuestion[]
  absence: Absence
}

const MONTHS = 30.5 * 86_400_000
const LATELY = 6 * MONTHS
const ALONE = 0.9
const LEAST_COMMITS = 5
const LEAST_FILES = 3

/**
 * Finds folders that one person made and maintained alone until somebody else changed them in the
 * last six months of the history: there, asking now is cheap and later is not. Most files at stake
 * first. Files are followed through moves; whoever wrote a commit with its author shared it; who
 * wrote what an import brought in is unknown.
 */
export const heldByOne = (commits: readonly Commit[]): HeldByOne[] => judged(commits).found

/**
 * Names under several addresses that would hold a folder alone if the addresses were one person's.
 */
export const namesakes = (commits: readonly Commit[]): string[] => [...judged(commits).namesakes]

interface Judged {
  found: HeldByOne[]
  namesakes: Set<string>
}

/** A history is judged once, for its findings and for what is said beside them. */
const known = new WeakMap<readonly Commit[], Judged>()

function judged(commits: readonly Commit[]): Judged {
  const before = known.get(commits)
  if (before) return before
  const now = judge(commits)
  known.set(commits, now)
  return now
}

function judge(commits: readonly Commit[]): Judged {
  const last = commits
    .map(({ at }) => at)
    .sort()
    .at(-1)
  const since = new Date(Date.parse(last || '1970-01-01') - LATELY).toISOString()
  const filesIn = Map.groupBy(authorshipOf(commits, undefined, makersOf(commits)), ([path]) => folderOf(path))
  const found: HeldByOne[] = []
  const namesakes = new Set<string>()
  for (const [folder, touching] of byFolder(commits)) {
    const here = new Map(filesIn.get(folder))
    const before = touching.filter(({ commit }) => commit.at < since)
    if (here.size < LEAST_FILES) continue
    const person = aloneIn(before) ?? aloneIn(before, nameIn)
    if (!person) continue
    const newest = touching.findLast(({ commit, by }) => commit.at >= since && anotherThan(person, by))
    const other = newest && anotherThan(person, newest.by)
    if (!newest || !other) continue
    if (person.labels.size > 1) {
      namesakes.add(person.label)
      continue
    }
    const absence = absenceFactor(here)
    const isKnown = (path: string) => here.get(path)?.first !== UNKNOWN
    const theirs = absence.people.find(({ name }) => name === person.label)?.files.filter(isKnown).length ?? 0
    if (absence.factor !== 1 || theirs < here.size / 2) continue
    const { commit, paths } = newest
    found.push({
      folder,
      person: nameIn(person.label),
      alone:
        before.every(({ by }) => by.every(({ label }) => label === person.label)) && [...here.keys()].every(isKnown),
      files: { theirs, all: here.size },
      touchedBy: { name: nameIn(other.label), at: commit.at, path: paths[0] ?? folder, subject: commit.subject },
      questions: questionsTo(touching.filter(({ by }) => by.some(({ label }) => label === person.label))),
      absence,
    })
  }
  found.sort((a, b) => b.files.theirs - a.files.theirs || (a.folder < b.folder ? -1 : 1))
  return { found, namesakes }
}

/** Whoever wrote a change, by label: nobody moved or a machine wrote, `?` where it is not known. */
function makersOf(commits: readonly Commit[]): ByWhom {
  const imports = new Set(commits.filter(isImport))
  return (commit, { kind, same, unseen }) => {
    if (unseen || (kind === 'A' && imports.has(commit))) return [UNKNOWN]
    return same ? [] : writersOf(commit).map(({ label }) => label)
  }
}

/** The folder of a file, at most two levels deep, where teams divide their work. */
export function folderOf(path: string): string {
  const first = path.indexOf('/')
  if (first === -1) return '.'
  const second = path.indexOf('/', first + 1)
  return path.slice(0, second === -1 ? first : second)
}

function byFolder(commits: readonly Commit[]): Map<string, Touch[]> {
  const final = finalPaths(commits)
  const folders = new Map<string, Touch[]>()
  for (const commit of commits) {
    const by = writersOf(commit)
    if (by.length === 0) continue
    const here = new Map<string, string[]>()
    for (const change of commit.changes) {
      if (change.same) continue
      const path = final.get(change) ?? change.path
      const folder = folderOf(path)
      const paths = here.get(folder)
      if (paths) paths.push(path)
      else here.set(folder, [path])
    }
    for (const [folder, paths] of here) {
      const touching = folders.get(folder)
      if (touching) touching.push({ commit, by, paths })
      else folders.set(folder, [{ commit, by, paths }])
    }
  }
  return folders
}

/** Somebody who may hold a folder; under several labels where only the name is one. */
interface Alone extends Holder {
  labels: Set<string>
  own: number
}

/** The one person who wrote nine in ten of these commits by themselves, if any. */
function aloneIn(touching: readonly Touch[], called: (label: string) => string = (label) => label): Alone | undefined {
  if (touching.length < LEAST_COMMITS) return undefined
  const counts = new Map<string, Alone>()
  for (const { by } of touching) {
    for (const { label, mail } of by) {
      const name = called(label)
      const holder = counts.get(name) ?? { label: name, labels: new Set(), mails: new Set(), own: 0 }
      counts.set(name, holder)
      holder.labels.add(label)
      holder.mails.add(mail)
      if (by.length === 1) holder.own++
    }
  }
  const [most] = [...counts.values()].sort((a, b) => b.own - a.own)
  return most && most.own >= ALONE * touching.length && most.label !== UNKNOWN ? most : undefined
}

/** Of these people, one who surely is not this one. */
const anotherThan = (person: Holder, by: readonly Writer[]): Writer | undefined =>
  by.find((one) => one.label !== UNKNOWN && one.label !== person.label && !mayBeOne(person, one))
