export { TAKE_IN, wishToTakeIn } from './arrivals/arrival.ts'
export { addArrival, dropUnsentArrivals, keepArrivalPart } from './arrivals/arrival-rows.ts'
export { bringSource } from './arrivals/bring-source.ts'
export { forgetArrival } from './arrivals/forget-arrival.ts'
export { listArrivals } from './arrivals/list-arrivals.ts'
export { lookAgain } from './arrivals/look-again.ts'
export { madeFrom } from './arrivals/made-from.ts'
export { sendSourcePart } from './arrivals/send-source-part.ts'
export { openTakingIn } from './arrivals/take-in.ts'
export { openCitedNow } from './citations/cited-now.ts'
export { reachFrom } from './citations/cited-sources.ts'
export { citedThen } from './citations/cited-then.ts'
export { outdatedOn, repointed } from './citations/outdated.ts'
export { type CitedBefore, versionsCited } from './citations/versions-cited.ts'
export { type Reach, theWorld } from './fetching/fetch-document.ts'
export { type Change, changesBetween, shownSpan } from './markdown/changes.ts'
export { frontChunks } from './markdown/front-chunks.ts'
export { readFields } from './markdown/front-fields.ts'
export {
  CITATION,
  type Citation,
  citationKey,
  citedIn,
  entryWritten,
  LINK,
  readCitations,
  readLink,
  wordsOf,
} from './markdown/marks.ts'
export { type Block, blocksIn, blocksOf, mergeBlocks } from './markdown/merge-blocks.ts'
export {
  Front,
  listField,
  type PageText,
  readPageText,
  setDate,
  splitPage,
  textField,
  writePageText,
} from './markdown/page-text.ts'
export {
  type CitationMark,
  endOfFence,
  endOfSpan,
  type LinkMark,
  lineCounter,
  type Marks,
  scanMarks,
} from './markdown/scan-marks.ts'
export { readHtmlHere } from './reading/read-here.ts'
export { MOST_TEXT } from './reading/read-in.ts'
export { compareSource } from './sources/compare-source.ts'
export { comparingLines } from './sources/comparing-lines.ts'
export { importSource } from './sources/import-source.ts'
export { keepSource } from './sources/keep-source.ts'
export { listSources } from './sources/list-sources.ts'
export { openPages } from './sources/pages.ts'
export { isTooLarge, MOST_BYTES, readBytes, tooLarge } from './sources/read-bytes.ts'
export { type Document, isDocument, parseDocument, readDocument, type Unread } from './sources/read-document.ts'
export { readSource } from './sources/read-source.ts'
export { sourceFile } from './sources/source-file.ts'
export { wishCompile } from './wish-compile.ts'
export { READ_SOURCES, wishReading } from './wish-reading.ts'
