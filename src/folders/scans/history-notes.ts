import { type GitLog, namesakes } from '../../socialisation/index.ts'
import { dayOf } from '../../spiral/index.ts'

/** What a history does not show, in sentences; null is one that could not be read. */
export function historyNotes(log: GitLog | null): string[] {
  if (!log)
    return ['It has a history that git could not read here (it may be a partial clone): nothing is said of people.']
  if (log.cut) {
    const [first] = log.commits
    const since = first ? ` It begins on ${dayOf(first.at)} with what others may have made before.` : ''
    return [
      `Its history is cut, as in a shallow clone.${since} So nothing is said of people; “git fetch --unshallow” brings the rest.`,
    ]
  }
  const left = log.unreadable
    ? [`${log.unreadable} of its ${log.commits.length + log.unreadable} commits have no author or no date: left out.`]
    : []
  return [...left, ...namesakes(log.commits).slice(0, 3).map(severalAddresses)]
}

const severalAddresses = (name: string) =>
  `“${name}” wrote under several addresses, which may be several people: nothing is said of them alone. A .mailmap in the repository says who is one.`
