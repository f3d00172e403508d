import type { Id } from '../store/index.ts'
import type { Caller } from './act.ts'
import type { Changed } from './noun.ts'

/** Changes made at once, restricted to what one person may hear of. */
export interface News {
  /** The cursor from which a broken stream resumes. */
  readonly id: string
  readonly nouns: Changed
  /** The topics to which the nouns belong. */
  readonly topics: readonly Id<'topic'>[]
}

/** A subscriber: receives each piece of news, or the notice that everything may have changed. */
export interface Hearer {
  readonly space: string
  readonly by: Caller
  /** The id of the last news received. */
  readonly after?: string | undefined
  readonly heard: (news: News | 'everything') => void
  /** Called when the stream ends: sign-out, removal from the space or an area, or shutdown. */
  readonly over: () => void
}

/** An open stream. */
export interface Hearing {
  /** Checks the permission again; ends the stream if it is gone. */
  stillMay(): Promise<void>
  stop(): void
}

/** The live stream of changes, filtered by what each subscriber may hear of. */
export interface Live {
  hear(hearer: Hearer): Promise<Hearing>
}
