import type { News } from '../ba/index.ts'

/** The header in which the answer of a writing act says what it changed. */
export const CHANGED = 'whorl-changed'

/** Beyond so many topics none is said, which means that it may hang on any. */
const MOST_TOPICS = 50

/** What an act changed, for the screens of whoever did it: the nouns, by name, and the topics on which they hang. */
export const changedBy = (news: readonly News[]): string =>
  JSON.stringify(
    news.map(({ id, nouns, topics }) => ({
      id,
      nouns: Object.keys(nouns),
      topics: topics.length > MOST_TOPICS ? [] : topics,
    })),
  )
