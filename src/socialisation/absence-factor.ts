import type { Change, Commit } from './git-log.ts'

/**
 * The absence factor of a set of files: how few people are authors, who they are, and their files.
 */
export interface Absence {
  /** The number of people who must leave until less than half of the files have an author. */
  factor: number
  /** Those people, with the files of which each was an author. */
  people: { name: string; files: string[] }[]
  /** The number of files. */
  files: number
}

/** The history of one file: who made it, each person's changes since, and the total. */
export interface Authorship {
  first: string
  /** Those who made it with them. */
  alsoFirst?: ReadonlySet<string>
  deliveries: Map<string, number>
  changes: number
}

const LEAST = 3.293
const SHARE = 0.75
const NAMED = 0.1

/**
 * The absence factor (CHAOSS; truck factor: Avelino et al. 2016): removes the author of most files
 * repeatedly until less than half of the files have an author; the number removed is the factor.
 */
export function absenceFactor(files: ReadonlyMap<string, Authorship>): Absence {
  const authors = new Map([...files].map(([path, file]) => [path, new Set(authorsOf(file))]))
  const removed: Absence['people'] = []
  const half = files.size / 2
  while (covered(authors) >= half && covered(authors) > 0) {
    const byAuthor = filesByAuthor(authors)
    const [name, paths] = [...byAuthor].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))[0] ?? []
    if (name === undefined || !paths) break
    removed.push({ name, files: paths })
    for (const holders of authors.values()) holders.delete(name)
  }
  const most = removed[0]?.files.length ?? 0
  const people = removed.filter((person) => person.files.length >= most * NAMED)
  return { factor: people.length, people, files: files.size }
}

/** Who wrote a change of a commit; nobody if it changed no words. */
export type ByWhom = (commit: Commit, change: Change) => readonly string[]

/**
 * Replays a history, oldest commit first, to the authorship of each file at its end; renamed files
 * keep their history.
 */
export function authorshipOf(
  commits: Iterable<Commit>,
  keep: (path: string) => boolean = () => true,
  byWhom: ByWhom = ({ author }) => [author],
): Map<string, Authorship> {
  const files = new Map<string, Authorship>()
  for (const commit of commits) {
    for (const change of commit.changes) {
      const { kind, path, from } = change
      if (kind === 'D') {
        files.delete(path)
        continue
      }
      const before = kind === 'R' && from !== undefined ? files.get(from) : files.get(path)
      if (kind === 'R' && from !== undefined) files.delete(from)
      const by = byWhom(commit, change)
      if (before && by.length) {
        for (const one of by) before.deliveries.set(one, (before.deliveries.get(one) ?? 0) + 1)
        before.changes++
      }
      files.set(path, before ?? madeBy(by))
    }
  }
  return new Map([...files].filter(([path]) => keep(path)))
}

/** Making a file counts as FA; deliveries are the changes after it. */
function madeBy([first = '', ...others]: readonly string[]): Authorship {
  const deliveries = new Map([first, ...others].filter(Boolean).map((one) => [one, 0]))
  return { first, deliveries, changes: 0, ...(others.length && { alsoFirst: new Set(others) }) }
}

/**
 * The authors of a file: those with a high degree of authorship, both absolute and relative to the
 * highest.
 */
export function authorsOf(file: Authorship): string[] {
  const degrees = [...file.deliveries].map(([name, own]) => ({ name, degree: degreeOf(file, name, own) }))
  const highest = Math.max(...degrees.map(({ degree }) => degree))
  return degrees.filter(({ degree }) => degree >= LEAST && degree > SHARE * highest).map(({ name }) => name)
}

/**
 * DOA = 3.293 + 1.098 FA + 0.164 DL - 0.321 ln(1 + AC): first author, own deliveries, changes by
 * others.
 */
const degreeOf = ({ first, alsoFirst, changes }: Authorship, name: string, own: number) =>
  3.293 + 1.098 * (first === name || alsoFirst?.has(name) ? 1 : 0) + 0.164 * own - 0.321 * Math.log(1 + changes - own)

const covered = (authors: ReadonlyMap<string, ReadonlySet<string>>) => {
  let count = 0
  for (const holders of authors.values()) if (holders.size) count++
  return count
}

function filesByAuthor(authors: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const byAuthor = new Map<string, string[]>()
  for (const [path, holders] of authors) {
    for (const name of holders) {
      const paths = byAuthor.get(name)
      if (paths) paths.push(path)
      else byAuthor.set(name, [path])
    }
  }
  return byAuthor
}
