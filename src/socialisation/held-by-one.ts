import { type Absence, absenceFactor, authorshipOf } from './absence-factor.ts'
import type { Commit } from './git-log.ts'

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
  /** Three questions for them, each with the commit of theirs behind it. */
  questions: { words: string; commit: string; subject: string; at: string }[]
  absence: Absence
}

const MONTHS = 30.5 * 86_400_000
const LATELY = 6 * MONTHS
const ALONE = 0.9
const LEAST_COMMITS = 5
const LEAST_FILES = 3
/** Machines cannot hand over knowledge. */
const MACHINE = /\[bot\]|\bbot\b|^(?:claude|copilot|cursor|devin|dependabot|renovate|github-actions)\b/i

/**
 * Finds folders that one person made and maintained alone until somebody else changed them in the
 * last six months of the history: there, asking now is cheap and later is not. Most files at stake
 * first.
 */
export function heldByOne(commits: readonly Commit[], at: (path: string) => string = folderOf): HeldByOne[] {
  const last = commits
    .map(({ at }) => at)
    .sort()
    .at(-1)
  const since = new Date(Date.parse(last || '1970-01-01') - LATELY).toISOString()
  const files = authorshipOf(commits)
  const filesIn = new Map<string, typeof files>()
  for (const [path, authors] of files) filesIn.set(at(path), (filesIn.get(at(path)) ?? new Map()).set(path, authors))
  const found: HeldByOne[] = []
  for (const [folder, touching] of byFolder(commits, at)) {
    const here = filesIn.get(folder) ?? new Map()
    const before = touching.filter((commit) => commit.at < since)
    const person = aloneIn(before)
    const others = touching.filter(({ at, author }) => at >= since && author !== person && !MACHINE.test(author))
    const newest = others.at(-1)
    if (!person || !newest || here.size < LEAST_FILES) continue
    const absence = absenceFactor(here)
    const theirs = absence.people.find(({ name }) => name === person)?.files.length ?? 0
    if (absence.factor !== 1 || theirs < here.size / 2) continue
    const touched = newest.changes.find(({ path }) => at(path) === folder)
    found.push({
      folder,
      person,
      alone: before.every(({ author }) => author === person),
      files: { theirs, all: here.size },
      touchedBy: { name: newest.author, at: newest.at, path: touched?.path ?? folder, subject: newest.subject },
      questions: questionsTo(
        touching.filter((commit) => commit.author === person),
        folder,
        at,
      ),
      absence,
    })
  }
  return found.sort((a, b) => b.files.theirs - a.files.theirs || (a.folder < b.folder ? -1 : 1))
}

/** The folder of a file, at most two levels deep, where teams divide their work. */
export const folderOf = (path: string) => path.split('/').slice(0, -1).slice(0, 2).join('/') || '.'

function byFolder(commits: readonly Commit[], at: (path: string) => string): Map<string, Commit[]> {
  const folders = new Map<string, Commit[]>()
  for (const commit of commits) {
    for (const folder of new Set(commit.changes.map(({ path }) => at(path)))) {
      const touching = folders.get(folder)
      if (touching) touching.push(commit)
      else folders.set(folder, [commit])
    }
  }
  return folders
}

/** The one person behind nine in ten of these commits, if any. */
function aloneIn(commits: readonly Commit[]): string | undefined {
  if (commits.length < LEAST_COMMITS) return undefined
  const counts = new Map<string, number>()
  for (const { author } of commits) counts.set(author, (counts.get(author) ?? 0) + 1)
  const [name, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  return count >= ALONE * commits.length ? name : undefined
}

/** The question that a commit's message suggests; the first match wins. */
const invitations: [says: RegExp, asks: (file: string) => string][] = [
  [/\brevert/i, (file) => `What went wrong with it, and how would somebody see that coming in ${file}?`],
  [
    /\b(work ?around|hack|temporar|for now|until)\b/i,
    (file) => `Is that still needed in ${file}, and how would one tell?`,
  ],
  [
    /\bflak|\b(?:fix|avoid|prevent|handle)\w*\b.*\b(?:race|deadlock|leak|timeout|intermittent|edge case)/i,
    (file) => `What did you notice first, and what tells you it is back in ${file}?`,
  ],
  [
    /\b(fix|bug|crash|broken|regress)/i,
    (file) => `How did you find the cause, and what else in ${file} would break the same way?`,
  ],
  [
    /\b(rewrite|refactor|replace|redesign|simplif|instead of|migrat)/i,
    (file) => `What did you decide against, and what must stay true in ${file}?`,
  ],
  [
    /\b(because|avoid|never|don't|do not|must|order|before|after)\b/i,
    (file) => `When does that hold, and when not, in ${file}?`,
  ],
]

function questionsTo(own: readonly Commit[], folder: string, at: (path: string) => string): HeldByOne['questions'] {
  const questions: HeldByOne['questions'] = []
  for (const [says, asks] of invitations) {
    const commit = own.findLast(
      ({ id, subject }) => says.test(subject) && !questions.some(({ commit }) => commit === id),
    )
    if (commit) questions.push(ask(commit, asks, folder, at))
    if (questions.length === 3) return questions
  }
  // If messages suggest nothing, the largest changes are worth a story.
  const rest = own.filter(({ id, subject }) => subject && !questions.some(({ commit }) => commit === id))
  for (const commit of [...rest].sort((a, b) => b.changes.length - a.changes.length).slice(0, 3 - questions.length)) {
    questions.push(
      ask(commit, (file) => `What would somebody need to know before they change ${file} again?`, folder, at),
    )
  }
  return questions
}

function ask(commit: Commit, asks: (file: string) => string, folder: string, at: (path: string) => string) {
  const file = commit.changes.find(({ path }) => at(path) === folder)?.path ?? folder
  return { words: asks(file), commit: commit.id, subject: commit.subject, at: commit.at }
}
