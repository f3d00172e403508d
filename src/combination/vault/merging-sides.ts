import type { Costly } from '../../ba/index.ts'
import { costOfReading } from '../../text/index.ts'
import { mergeSides } from './merge-sides.ts'

/** Costly work: the three-way merge of a page in a folder and in a space. */
export const mergingSides: Costly<{ was: string | null; folder: string; space: string }, string> = {
  name: 'merging sides',
  size: ({ folder, space }) => costOfReading(folder, space),
  work: ({ was, folder, space }) => mergeSides(was, folder, space),
}
