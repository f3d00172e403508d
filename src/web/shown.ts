import shows from './shows.json' with { type: 'json' }

/** What changed at once: which nouns, and the topics on which they hang; none where they hang on none, or on many. */
export interface Changes {
  nouns: string[]
  topics: string[]
}

/** What changed, as the stream tells it and the answer of a writing act: by the id of its entry it is known to be the same. */
export interface News extends Changes {
  id: string
}

/** Whether the answer of an act may be another after these changes; `topic` is the id of the one it was asked about. */
export function isShown(act: string, topic: string | undefined, { nouns, topics }: Changes): boolean {
  const shown = (shows as Record<string, string>)[act]?.split(', ') ?? []
  const elsewhere = topic !== undefined && topics.length > 0 && !topics.includes(topic)
  return nouns.some((noun) => shown.includes(noun) || (!elsewhere && shown.includes(`${noun} of topic`)))
}
