import shows from './shows.json' with { type: 'json' }

/**
 * A set of changed nouns, and the topics concerned; none if there is no topic, or there are many.
 */
export interface Changes {
  nouns: string[]
  topics: string[]
}

/**
 * Changes as sent by the stream and by a writing act's answer; the entry's id identifies
 * duplicates.
 */
export interface News extends Changes {
  id: string
}

/** Whether the output of an act may differ after these changes; `topic` is the id in its input. */
export function isShown(act: string, topic: string | undefined, { nouns, topics }: Changes): boolean {
  const shown = (shows as Record<string, string>)[act]?.split(', ') ?? []
  const elsewhere = topic !== undefined && topics.length > 0 && !topics.includes(topic)
  return nouns.some((noun) => shown.includes(noun) || (!elsewhere && shown.includes(`${noun} of topic`)))
}
