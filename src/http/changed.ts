import type { News } from '../ba/index.ts'

/** The response header of a writing act that lists its changes. */
export const CHANGED = 'whorl-changed'

/** With more topics than this none are listed, which stands for any. */
const MOST_TOPICS = 50

/**
 * Encodes an act's changes for the caller's screens: the nouns by name, and the topics to which
 * they belong.
 */
export const changedBy = (news: readonly News[]): string =>
  JSON.stringify(
    news.map(({ id, nouns, topics }) => ({
      id,
      nouns: Object.keys(nouns),
      topics: topics.length > MOST_TOPICS ? [] : topics,
    })),
  )
