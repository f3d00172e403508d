/** A document as it was read: its text in lines, and on which of them each page begins, where it has pages. */
export interface ReadIn {
  title: string | null
  text: string
  pages: number[] | null
}

/** Said of a document with more text than a source may have. */
export const TOO_LONG = 'It has more than two million characters of text. Bring it in parts.'
/** Said of a document without any. */
export const NO_WORDS = 'There are no words in it.'

/** Something about a document that keeps it from being read, in a sentence for whoever brought it. */
export class Unreadable extends Error {}
