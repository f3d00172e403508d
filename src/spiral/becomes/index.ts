import type { Reaction } from '../../ledger/index.ts'
import { answerClosesRequest } from './answer-closes-request.ts'
import { claimsBecomeExercises } from './claims-become-exercises.ts'
import { claimsBecomePage } from './claims-become-page.ts'
import { claimsDiffer } from './claims-differ.ts'
import { topicBecomesPage } from './topic-becomes-page.ts'

/** What follows from what, in the order in which it is done. */
export const reactions: Reaction[] = [
  answerClosesRequest,
  topicBecomesPage,
  claimsBecomePage,
  claimsBecomeExercises,
  claimsDiffer,
]
