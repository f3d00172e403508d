import type { Reaction } from '../../ledger/index.ts'
import { answerClosesRequest } from './answer-closes-request.ts'
import { claimsBecomeExercises } from './claims-become-exercises.ts'
import { claimsBecomePage } from './claims-become-page.ts'
import { claimsDiffer } from './claims-differ.ts'
import { topicBecomesPage } from './topic-becomes-page.ts'

/** All reactions between modes, in the order in which they run. */
export const reactions: Reaction[] = [
  answerClosesRequest,
  topicBecomesPage,
  claimsBecomePage,
  claimsBecomeExercises,
  claimsDiffer,
]
