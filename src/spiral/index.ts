import type { Reaction } from '../ledger/index.ts'
import { answerClosesRequest } from './answer-closes-request.ts'
import { claimsBecomeExercises } from './claims-become-exercises.ts'
import { claimsBecomePage } from './claims-become-page.ts'
import { claimsDiffer } from './claims-differ.ts'
import { topicBecomesPage } from './topic-becomes-page.ts'

export { dismiss } from './dismiss.ts'
export { askedTwiceFindings } from './findings/asked-twice.ts'
export type { Finding } from './findings/finding.ts'
export { allFindings, fiveFindings } from './findings/five-findings.ts'
export { heldByOneFindings } from './findings/held-by-one.ts'
export { lineage } from './lineage.ts'
export { listProposals } from './list-proposals.ts'
export { suggestTopics } from './suggest-topics.ts'
export { theWhole } from './the-whole.ts'
export { today } from './today.ts'
export { topicSpiral } from './topic-spiral.ts'
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

/** What follows from what, in the order in which it is done. */
export const reactions: Reaction[] = [
  answerClosesRequest,
  topicBecomesPage,
  claimsBecomePage,
  claimsBecomeExercises,
  claimsDiffer,
]
