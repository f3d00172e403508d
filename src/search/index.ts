export { wholeWords, wordsOf } from './analyse.ts'
export { findableReactions } from './becomes-findable.ts'
export { fetchFound } from './fetch.ts'
export { isFunctionWord, type Language, languageOf, stemOf } from './language.ts'
export {
  dropMissing,
  listMissing,
  lookOut,
  missingBecomesFound,
  missingInRoom,
  missingOf,
  sayMissing,
  topicOf as topicOfMissing,
} from './missing/index.ts'
export { openIndex } from './open-index.ts'
export { type Passage, passages, passagesIn } from './passages.ts'
export { remembering } from './remembering.ts'
export { search } from './search.ts'
export { shownHit } from './shown-thing.ts'
export { type Answer, whatAnswers } from './what-answers.ts'
