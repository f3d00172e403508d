import type { Changed, Here, Noun } from '../ba/index.ts'

/** What follows from a change: the file where one thing becomes the next. */
export interface Reaction {
  /** Its name in the cursor table; never renamed. */
  readonly name: string
  /** The nouns it follows. */
  readonly on: readonly Noun[]
  /**
   * Does what follows from entries, in one transaction with the cursor; each noun's id is given
   * once.
   */
  readonly run: (here: Here, changed: Changed, range: Range) => Promise<void>
  /**
   * Whether it takes all entries that wait in one transaction; where that fails, each is followed
   * by itself.
   */
  readonly together?: true
}

/**
 * The part of a space's order that is followed: after one place, up to another; and how far the
 * cursor is.
 */
export interface Range {
  after: number
  upTo: number
  /** Beyond `upTo` where an entry is followed late, because it was parked. */
  cursor: number
}
