import type { Document, Saying } from '../../combination/index.ts'

/** What a folder of documents shows about itself: one sentence that a person would forward, and what it rests on. */
export interface Finding {
  kind: 'left-to-judgement' | 'past-review' | 'unexplained-term' | 'pages-that-differ' | 'never-done' | 'held-by-one'
  /** What it is about, as a topic is called: a page's title, a term, a folder. */
  about: string
  /** One sentence. */
  line: string
  /** The words it rests on, as they stand there. */
  words: string[]
  where: Where[]
  button: string
  /** Whom it is about, as what was read names them. */
  whom?: string
  /** What to ask them, where it is somebody's to tell. */
  questions?: string[]
  /** How sure and how weighty it is, among findings of its kind: 0 to 1. */
  weight: number
}

/** Lines of a document. */
export interface Where {
  path: string
  fromLine: number
  toLine: number
}

/** A document with what it says, sentence by sentence. */
export interface Said {
  document: Document
  sayings: readonly Saying[]
}

/** Where a saying stands. */
export const whereSaid = ({ path }: Document, { fromLine, toLine }: Saying): Where => ({ path, fromLine, toLine })

/** A day as people write it. */
export const dayOf = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(iso),
  )
