import type { Costly } from '../../ba/index.ts'
import { type MergedPart, mergeEdits } from './merge-edits.ts'

/** Merges three ways what somebody wrote over a version with what the page has become since. */
export const mergingEdits: Costly<{ base: string; mine: string; theirs: string }, MergedPart[]> = {
  name: 'merging edits',
  size: ({ base, mine, theirs }) => base.length + mine.length + theirs.length,
  work: ({ base, mine, theirs }) => mergeEdits(base, mine, theirs),
}
