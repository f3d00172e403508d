export { BRING, wishToBring } from './bring/arrival.ts'
export { addArrival, dropUnsentArrivals, keepArrivalPart } from './bring/arrival-rows.ts'
export { bringSource } from './bring/bring-source.ts'
export { forgetArrival } from './bring/forget-arrival.ts'
export { listArrivals } from './bring/list-arrivals.ts'
export { lookAgain } from './bring/look-again.ts'
export { madeFrom } from './bring/made-from.ts'
export { openBringing } from './bring/open-bringing.ts'
export { sendSourcePart } from './bring/send-source-part.ts'
export { openCitedNow } from './citations/cited-now.ts'
export { reachFrom } from './citations/cited-sources.ts'
export { citedThen } from './citations/cited-then.ts'
export { outdatedOn, repointed } from './citations/outdated.ts'
export { type CitedBefore, versionsCited } from './citations/versions-cited.ts'
export { type Reach, theWorld } from './fetching/fetch-document.ts'
export { type Change, changesBetween, inPieces, shownChange, shownSpans } from './markdown/changes.ts'
export { type Block, blocksIn, blocksOf, mergeBlocks } from './markdown/merge-blocks.ts'
export { canBeDiffed, mergeRegions } from './markdown/merge-regions.ts'
export { type PageText, readPageText, writePageText } from './markdown/page-text.ts'
export { readHtmlHere } from './reading/read-here.ts'
export { compareSource } from './sources/compare-source.ts'
export { comparingLines } from './sources/comparing-lines.ts'
export { importSource } from './sources/import-source.ts'
export { keepSource } from './sources/keep-source.ts'
export { listSources } from './sources/list-sources.ts'
export { openPages } from './sources/pages.ts'
export { isTooLarge, MOST_BYTES, readBytes, tooLarge } from './sources/read-bytes.ts'
export {
  type Document,
  isDocument,
  isMarkdown,
  parseDocument,
  readDocument,
  titleIn,
  type Unread,
} from './sources/read-document.ts'
export { readSource } from './sources/read-source.ts'
export { sourceFile } from './sources/source-file.ts'
export { COMPILE, sayCompiling, wishCompile } from './wish-compile.ts'
export { READ_SOURCES, wishReading } from './wish-reading.ts'
