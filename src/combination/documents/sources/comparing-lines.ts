import type { Costly } from '../../../ba/index.ts'
import { type Change, changesBetween } from './line-changes.ts'

/** Compares two versions of a source line by line. */
export const comparingLines: Costly<{ before: string; after: string }, Change[]> = {
  name: 'comparing lines',
  size: ({ before, after }) => before.length + after.length,
  work: ({ before, after }) => changesBetween(before, after),
}
