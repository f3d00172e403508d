export { answerToKeep } from './answer-to-keep.ts'
export { askToKeep } from './ask-to-keep.ts'
export { joiningIn } from './broken-words.ts'
export {
  claimKinds,
  claimNamed,
  claimsChanged,
  claimsSeen,
  maySeeClaim,
  sayables,
  showClaim,
  showClaims,
  shownClaim,
  tellsOfExperience,
} from './claim.ts'
export {
  addAssent,
  addClaim,
  assentsTo,
  type Claim,
  claimById,
  claimsBehind,
  claimsConfirmedIn,
  claimsOfQuestion,
  claimsOfSource,
  claimsOfTopic,
  claimsWaitingFor,
  confirmClaimRow,
  correctClaimRow,
  letWaitAgain,
  moveClaim,
  putClaimsOnPage,
  toldOf,
  withdrawClaimRow,
} from './claim-rows.ts'
export { sealWriter, wroteForGroup } from './claim-writer-rows.ts'
export { differenceChanged, maySeeDifference, mySides, waits } from './difference.ts'
export {
  addDifference,
  type DifferenceRow,
  differenceById,
  differencesIn,
  differencesWaitingFor,
  keepSaid,
} from './difference-rows.ts'
export {
  evidenceChanged,
  evidenceKinds,
  type Help,
  helps,
  maySeeEvidence,
  shownReason,
  showReason,
} from './evidence.ts'
export {
  newestEvidenceOn,
  newestOfPerson,
  onRecord,
  thanksTo,
  topicsDoneBy,
} from './evidence-newest-rows.ts'
export {
  addEvidence,
  evidenceAbout,
  evidenceById,
  evidenceOf,
  evidenceOn,
  evidenceStanding,
  moveEvidence,
  type NewEvidence,
  setStanding,
  standing,
  strikeEvidence,
  touchEvidence,
} from './evidence-rows.ts'
export { addFile, FILE_AT_ONCE, fileById, filePart } from './file-rows.ts'
export { formerNameOf, renameTopicRow } from './former-name-rows.ts'
export { forwardOfLine, forwardOfTopic } from './forward-rows.ts'
export {
  keepingsBy,
  keepingsOf,
  lastStillTrue,
  sayStillTrue,
} from './keeping-rows.ts'
export { letStand, takeBack } from './let-stand.ts'
export { keepLinks, linksOf, linksTo, pagesCiting } from './link-rows.ts'
export { listClaims } from './list-claims.ts'
export { listDifferences } from './list-differences.ts'
export { listTopics } from './list-topics.ts'
export {
  addMerged,
  dropMerged,
  mergedInto,
  mergedOf,
  sameTopic,
  topicsLeadingTo,
  topicsLeadingToEach,
  topicsLedTo,
  topicsNow,
} from './merged-rows.ts'
export { myRecord } from './my-record.ts'
export {
  addNames,
  aliasesIn,
  aliasesOf,
  type Called,
  keepAliases,
  type NameKind,
  namesIn,
  namesOf,
  topicsCalled,
  topicTitled,
} from './name-rows.ts'
export {
  citationsOf,
  citedFrom,
  composedPages,
  editedSince,
  keepBase,
  keepCitations,
  keepPage,
  keptCitations,
  pageChangedAt,
  pageHtml,
  pageMarkdown,
  pageOf,
  pageTextsIn,
  pageToRead,
  pageWithLine,
  tagsIn,
} from './page-rows.ts'
export { versionOf, versionsBefore } from './page-version-rows.ts'
export { plainWords, plainWordsTogether } from './plain-words.ts'
export { askerOf, SOMEBODY_NEW } from './question.ts'
export { answersTo, questionsFrom } from './question-list-rows.ts'
export {
  addQuestion,
  gapsFor,
  questionById,
  questionNotShown,
  questionShown,
  questionsIn,
  questionTold,
  unreadAnswersFor,
} from './question-rows.ts'
export {
  addRelease,
  answerForLine,
  askForLine,
  releaseLineOf,
  releaseLines,
  releaseLinesWaitingFor,
  releaseOf,
} from './release-rows.ts'
export {
  addSource,
  answersAmong,
  citableIn,
  confirmedSourcesIn,
  renewSource,
  setAsGiven,
  sourceByAddress,
  sourceByContent,
  sourceById,
  sourceByName,
  sourcesById,
  sourcesCited,
  sourcesFrom,
  sourcesIn,
} from './source-rows.ts'
export {
  addSourceVersion,
  changedSources,
  changesSince,
  earlierVersion,
  earlierVersions,
} from './source-version-rows.ts'
export { SPEAKER } from './speaker.ts'
export { startTopic } from './start-topic.ts'
export {
  newTopic,
  shownTopic,
  showTopic,
  showTopicById,
  type Topic,
  topicNamed,
  topicPath,
  topicRef,
} from './topic.ts'
export { topicsFrom } from './topic-list-rows.ts'
export { topicById, topicBySlug, topicsById, topicsIn } from './topic-rows.ts'
export {
  answering,
  byVoice,
  shownVoice,
  speakerOf,
  speaksFor,
  type Voice,
  voiceKey,
  voiceName,
  voiceOf,
} from './voice.ts'
export { claimsWaitingAfter } from './waiting-rows.ts'
