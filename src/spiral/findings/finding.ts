import type { Document, Saying } from '../../combination/index.ts'

/**
 * A finding about a folder or a chat: one sentence worth forwarding, with the passages it rests on.
 */
export interface Finding {
  kind:
    | 'left-to-judgement'
    | 'past-review'
    | 'unexplained-term'
    | 'pages-that-differ'
    | 'never-done'
    | 'held-by-one'
    | 'asked-twice'
  /** Its subject, usable as a topic's title: a page, a term, a folder or a question. */
  about: string
  /** One sentence. */
  line: string
  /** The passages it rests on, quoted verbatim. */
  words: string[]
  where: Where[]
  button: string
  /** The person it is about, as named in the documents. */
  whom?: string
  /** Questions for that person, if there are any. */
  questions?: string[]
  /** The author, who alone is asked, by their id in the chat. */
  ask?: { id: string; name: string }
  /** Confidence and importance among findings of its kind, from 0 to 1. */
  weight: number
}

/** Lines of a document, from 1; in a day of chat, the numbers of its messages. */
export interface Where {
  path: string
  fromLine: number
  toLine: number
}

/** A document with its sentences. */
export interface Said {
  document: Document
  sayings: readonly Saying[]
}

/** The location of a sentence. */
export const whereSaid = ({ path }: Document, { fromLine, toLine }: Saying): Where => ({ path, fromLine, toLine })

/** Formats a day as people write it. */
export const dayOf = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(iso),
  )
