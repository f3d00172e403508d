import shows from './shows.json' with { type: 'json' }

/** What changed, as the stream says it: which nouns, and the topics on which they hang. */
export interface Changes {
  nouns: Record<string, string[]>
  topics: string[]
}

/** Whether the answer of an act may be another after these changes; `topic` is the id of the one it was asked about. */
export function isShown(act: string, topic: string | undefined, { nouns, topics }: Changes): boolean {
  const shown = (shows as Record<string, string>)[act]?.split(', ') ?? []
  const elsewhere = topic !== undefined && topics.length > 0 && !topics.includes(topic)
  return Object.keys(nouns).some((noun) => shown.includes(noun) || (!elsewhere && shown.includes(`${noun} of topic`)))
}
