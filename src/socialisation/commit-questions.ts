import type { Commit } from './git-log.ts'
import type { Writer } from './git-people.ts'

/** A commit that changed files of a folder, under the names they have at the end. */
export interface Touch {
  commit: Commit
  by: readonly Writer[]
  paths: string[]
}

/** A question with the commit behind it. */
export interface CommitQuestion {
  words: string
  commit: string
  subject: string
  at: string
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

/** Three questions to somebody about commits of theirs. */
export function questionsTo(own: readonly Touch[]): CommitQuestion[] {
  const questions: CommitQuestion[] = []
  const isAsked = (id: string) => questions.some(({ commit }) => commit === id)
  for (const [says, asks] of invitations) {
    const touch = own.findLast(({ commit }) => says.test(commit.subject) && !isAsked(commit.id))
    if (touch) questions.push(ask(touch, asks))
    if (questions.length === 3) return questions
  }
  // If messages suggest nothing, the largest changes are worth a story.
  const rest = own.filter(({ commit: { id, subject } }) => subject && !isAsked(id))
  for (const touch of rest
    .sort((a, b) => b.commit.changes.length - a.commit.changes.length)
    .slice(0, 3 - questions.length))
    questions.push(ask(touch, (file) => `What would somebody need to know before they change ${file} again?`))
  return questions
}

function ask({ commit, paths: [file = ''] }: Touch, asks: (file: string) => string): CommitQuestion {
  return { words: asks(file), commit: commit.id, subject: commit.subject, at: commit.at }
}
