/** What of this room needs no package: the pages import this and nothing else of it. */

export { plainField } from './front/plain-field.ts'
export { bodyOf, endOfFront, linesOfFront, splitFront, type TextParts } from './front/split-front.ts'
export { firstHeading } from './headings.ts'
export { MOST_FILE_BYTES, MOST_FRONT, MOST_PAGE, MOST_SOURCE, MOST_TITLE } from './limits.ts'
