import type { CostlyWork } from '../ba/index.ts'
import { composing, readingSources } from './compile/index.ts'
import { comparingLines } from './documents/index.ts'
import { marking, mergingEdits, rendering } from './pages/index.ts'
import { joiningPages, partingPage, readingParts, readingReview } from './topics/index.ts'
import { mergingSides } from './vault/index.ts'

/** The costly work of this room, by which a worker thread finds it. */
export const costlyWork: readonly CostlyWork[] = [
  readingSources,
  composing,
  rendering,
  marking,
  mergingEdits,
  mergingSides,
  comparingLines,
  joiningPages,
  partingPage,
  readingParts,
  readingReview,
]
