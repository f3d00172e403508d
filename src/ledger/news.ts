import { type Change, type Changed, type Kept, type News, together } from '../ba/index.ts'
import type { Tx } from '../store/index.ts'

/** Maps a merged topic to the topic it leads to. */
export type Leads = (tx: Tx, space: string) => Promise<(topic: string) => string>

/** A subscriber: a person and the areas they see. */
export interface Seeing {
  person: string
  areas: { has(area: string): boolean }
}

/** Whether somebody may hear of a change: it is in an area they see, or theirs alone. */
export const mayHear = ({ areas, person }: Seeing, { to }: Change) =>
  to.person === undefined ? to.area !== undefined && areas.has(to.area) : to.person === person

/** The changes of a journal entry that one person may hear of; undefined if there are none. */
export function newsOf({ id, changes }: Kept, seeing: Seeing, topicNow: (topic: string) => string): News | undefined {
  const seen = changes.filter((change) => mayHear(seeing, change))
  if (seen.length === 0) return undefined
  const topics = new Set(seen.flatMap(({ to }) => to.topics.flatMap((topic) => [topic, topicNow(topic)])))
  return { id, nouns: together(seen) as Changed, topics: [...topics] }
}
