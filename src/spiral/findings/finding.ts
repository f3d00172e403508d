import type { Document, Saying } from '../../combination/index.ts'

/** What a folder of documents, or a chat, shows about itself: one sentence that a person would forward, and what it rests on. */
export interface Finding {
  kind:
    | 'left-to-judgement'
    | 'past-review'
    | 'unexplained-term'
    | 'pages-that-differ'
    | 'never-done'
    | 'held-by-one'
    | 'asked-twice'
  /** What it is about, as a topic is called: a page's title, a term, a folder, a question. */
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
  /** Whose words they are, and so who alone is asked: by their id where it came from. */
  ask?: { id: string; name: string }
  /** How sure and how weighty it is, among findings of its kind: 0 to 1. */
  weight: number
}

/** Lines of a document; of a day of chat, its messages as they are numbered in their file, from 1. */
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
