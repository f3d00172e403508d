import type { Costly } from '../../ba/index.ts'
import { mergeSides } from './merge-sides.ts'

/** Merges what a folder says of a page with what the space says, block by block, over what was last in step. */
export const mergingSides: Costly<{ was: string | null; folder: string; space: string }, string> = {
  name: 'merging sides',
  size: ({ folder, space }) => folder.length + space.length,
  work: ({ was, folder, space }) => mergeSides(was, folder, space),
}
