/** Limits of what is accepted, each defined once; texts are measured in characters. */

/** A page's Markdown. */
export const MOST_PAGE = 500_000
/** A source's text. */
export const MOST_SOURCE = 2_000_000
/** A file, in bytes. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024
/** Front matter handed to the YAML parser, which can take minutes for more. */
export const MOST_FRONT = 30_000
/** A question or search query. */
export const MOST_QUESTION = 2_000
/** One utterance: an answer, or a piece of a story. */
export const MOST_ANSWER = 20_000
/** A name that is looked up: of a page, a link, an alias, a citation. An index holds no more. */
export const MOST_NAME = 500
/** A title. */
export const MOST_TITLE = 200
