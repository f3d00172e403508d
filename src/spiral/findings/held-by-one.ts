import { type Commit, type HeldByOne, heldByOne } from '../../socialisation/index.ts'
import { dayOf, type Finding } from './finding.ts'

const BESIDE = /^(?:tests?|spec|docs?|examples?|fixtures?)\b/i

/**
 * Folders of a repository that one person alone had changed and that others touch now, with three questions to them
 * drawn from their own commits. Said on one's own machine, to whoever runs it; nothing is kept about anybody.
 */
export const heldByOneFindings = (commits: readonly Commit[]): Finding[] => {
  const asked = new Set<string>()
  return heldByOne(commits).map((held) => findingOf(held, asked))
}

function findingOf({ folder, person, alone, files, touchedBy, questions }: HeldByOne, asked: Set<string>): Finding {
  // One commit often touches several folders; asked about once is enough.
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
    // What people build is worth more than what checks or describes it.
    weight: Math.min(1, 0.6 + files.theirs / 250) - (BESIDE.test(folder) ? 0.1 : 0),
  }
}
