import { type Commit, type HeldByOne, heldByOne } from '../../socialisation/index.ts'
import { dayOf, type Finding } from './finding.ts'

const BESIDE = /^(?:tests?|spec|docs?|examples?|fixtures?)\b/i

/**
 * Finds folders of a repository that only one person used to change and that others change now,
 * with three questions for that person drawn from their own commits. It is shown only to whoever
 * runs it, on their own machine; nothing about anybody is stored.
 */
export const heldByOneFindings = (commits: readonly Commit[]): Finding[] => {
  const asked = new Set<string>()
  return heldByOne(commits).map((held) => findingOf(held, asked))
}

function findingOf({ folder, person, alone, files, touchedBy, questions }: HeldByOne, asked: Set<string>): Finding {
  // A commit often touches several folders, and is asked about once.
  const fresh = questions.filter(({ commit }) => !asked.has(commit))
  for (const { commit } of fresh) asked.add(commit)
  return {
    kind: 'held-by-one',
    about: `${folder}/`,
    whom: person,
    line:
      `${alone ? `${person} alone had changed ${folder}/` : `Nearly all of ${folder}/ was ${person}’s work`} (${files.theirs} of its ${files.all} files); ` +
      `${touchedBy.name} changed ${touchedBy.path} on ${dayOf(touchedBy.at)}.`,
    words: fresh.map(({ subject }) => subject),
    questions: fresh.map(({ words }) => words),
    where: [{ path: touchedBy.path, fromLine: 1, toLine: 1 }],
    button: `Ask ${person}`,
    // Code weighs more than tests and documentation of it.
    weight: Math.min(1, 0.6 + files.theirs / 250) - (BESIDE.test(folder) ? 0.1 : 0),
  }
}
