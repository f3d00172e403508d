/** A document's text, and the line on which each of its pages begins, if it has pages. */
export interface ReadIn {
  title: string | null
  text: string
  pages: number[] | null
}

/** The reason given for a document with more text than a source may have. */
export const TOO_LONG = 'It has more than two million characters of text. Bring it in parts.'
/** The reason given for a document without text. */
export const NO_WORDS = 'There are no words in it.'

/** Why a document could not be read, in a sentence for whoever brought it. */
export class Unreadable extends Error {}

/** The reason given for a damaged Office document. */
export const damaged = (kind: string): Unreadable =>
  new Unreadable(`It is no ${kind} that could be read: it may be damaged. Save it anew, and bring that.`)
