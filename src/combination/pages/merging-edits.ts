import type { Costly } from '../../ba/index.ts'
import { costOfReading } from '../../text/index.ts'
import { type MergedPart, mergeEdits } from './merge-edits.ts'

/** Costly work: the three-way merge of an edit with the present page. */
export const mergingEdits: Costly<{ base: string; mine: string; theirs: string }, MergedPart[]> = {
  name: 'merging edits',
  size: ({ base, mine, theirs }) => costOfReading(base, mine, theirs),
  work: ({ base, mine, theirs }) => mergeEdits(base, mine, theirs),
}
