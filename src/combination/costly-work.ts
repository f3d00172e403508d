import type { CostlyWork } from '../ba/index.ts'
import { comparingLines } from './documents/index.ts'
import { mergingEdits, rendering } from './pages/index.ts'
import { mergingSides } from './vault/index.ts'

/** All that is costly here and needs no store, as a thread of its own finds it. */
export const costlyWork: readonly CostlyWork[] = [rendering, mergingEdits, mergingSides, comparingLines]
