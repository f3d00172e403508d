import type { Id } from '../store/index.ts'
import type { Caller } from './act.ts'
import type { Changed } from './noun.ts'

/** What changed at once, of what one person may hear of. */
export interface News {
  /** By which a stream that broke off goes on from here. */
  readonly id: string
  readonly nouns: Changed
  /** The topics on which these hang. */
  readonly topics: readonly Id<'topic'>[]
}

/** Whoever hears: each piece of news, or that everything may have changed. */
export interface Hearer {
  readonly space: string
  readonly by: Caller
  /** The last news that was heard before. */
  readonly after?: string | undefined
  readonly heard: (news: News | 'everything') => void
  /** The stream is over: they signed out, are in the space no more, or lost an area; or the house stops. */
  readonly over: () => void
}

/** A stream that is open. */
export interface Hearing {
  /** Looks whether they still may hear it; ends it where not. */
  stillMay(): Promise<void>
  stop(): void
}

/** What changed, as it happens, for whoever may hear of it. */
export interface Live {
  hear(hearer: Hearer): Promise<Hearing>
}
