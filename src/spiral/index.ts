import type { Reaction } from '../ledger/index.ts'
import { answerClosesRequest } from './becomes/answer-closes-request.ts'
import { claimsBecomeExercises } from './becomes/claims-become-exercises.ts'
import { claimsBecomePage } from './becomes/claims-become-page.ts'
import { claimsDiffer } from './becomes/claims-differ.ts'
import { conversionsBecomeFigures } from './becomes/conversions-become-figures.ts'
import { topicBecomesPage } from './becomes/topic-becomes-page.ts'

export { askedTwiceFindings } from './findings/asked-twice.ts'
export type { Finding } from './findings/finding.ts'
export { allFindings, fiveFindings } from './findings/five-findings.ts'
export { heldByOneFindings } from './findings/held-by-one.ts'
export { suggestTopics } from './findings/suggest-topics.ts'
export { dismiss } from './today/dismiss.ts'
export { listProposals } from './today/list-proposals.ts'
export { today } from './today/today.ts'
export {
  beginTurn,
  dropUnsent,
  forgetTurn,
  keepInferred,
  letBeSeen,
  listInferred,
  listTurns,
  partNumbered,
  readTurn,
  sendPart,
  setProgress,
  setTurned,
  TURN,
  type TurnedOnce,
  takeUp,
  turn,
  turnById,
} from './turns/index.ts'
export { lineage } from './whorls/lineage.ts'
export { type Recounted, recount } from './whorls/recount.ts'
export { theWhole } from './whorls/the-whole.ts'
export { topicSpiral } from './whorls/topic-spiral.ts'

/** What follows from what, in the order in which it is done. */
export const reactions: Reaction[] = [
  answerClosesRequest,
  topicBecomesPage,
  claimsBecomePage,
  claimsBecomeExercises,
  claimsDiffer,
  conversionsBecomeFigures,
]
