/** The part of the text reader without dependencies; the web imports only this file. */

export { joinLines, linesOfBlock } from './block-lines.ts'
export { type Block, blocksIn } from './blocks.ts'
export { plainField } from './front/plain-field.ts'
export { bodyOf, endOfFront, linesOfFront, splitFront, type TextParts } from './front/split-front.ts'
export { firstHeading, headingsIn, headingWords } from './headings.ts'
export { isClosed, isFence, isFenced, leavesByLine, withoutChatCode } from './leaves.ts'
export { asideOf, evictedIn, originalsOf } from './left-aside.ts'
export {
  MOST_ANSWER,
  MOST_FILE_BYTES,
  MOST_FRONT,
  MOST_NAME,
  MOST_PAGE,
  MOST_QUESTION,
  MOST_SOURCE,
  MOST_TITLE,
} from './limits.ts'
export {
  ANY_MARK,
  CITATION,
  type Citation,
  citationKey,
  citedIn,
  entryWritten,
  LINK,
  readCitations,
  readLink,
  wordsOf,
} from './marks.ts'
export { firstSentenceIn, isEnded, sentencesIn, wordSegments } from './sentences.ts'
export { tableCells } from './table-cells.ts'
