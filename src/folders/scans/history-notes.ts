import { type GitLog, namesakes } from '../../socialisation/index.ts'
import { dayOf } from '../../spiral/index.ts'

const MOST_NAMED = 3

/**
 * What a history does not show, in sentences; null is one that could not be read. People are named
 * only on the machine of whoever reads it: in a space, what is inferred of somebody is theirs first.
 */
export function historyNotes(log: GitLog | null, { named }: { named: boolean }): string[] {
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
  const names = namesakes(log.commits)
  const several = named ? names.slice(0, MOST_NAMED).map((name) => `“${name}”`) : names.slice(0, 1).map(() => 'A name')
  return [...left, ...several.map(severalAddresses)]
}

const severalAddresses = (name: string) =>
  `${name} stands under several addresses, which may be several people: nothing is found of them. A .mailmap in the repository says who is one.`
