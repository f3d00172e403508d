/** What is taken in at most: of everything one number, in this file. Of texts, characters. */

/** A page's Markdown. */
export const MOST_PAGE = 500_000
/** A source's text. */
export const MOST_SOURCE = 2_000_000
/** A file, in bytes. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024
/** Front matter that a reader of YAML is asked to read: of more it can take minutes. */
export const MOST_FRONT = 30_000
/** A question, or words that are sought. */
export const MOST_QUESTION = 2_000
/** What somebody says at once: an answer, a piece of a story. */
export const MOST_ANSWER = 20_000
/** A title. */
export const MOST_TITLE = 200
