import type { Story } from '../../contract.ts'

/** Where a story is on its way. */
export type Stage = 'telling' | 'retelling' | 'deepening' | 'wordless'

type Moments = Pick<Story, 'toldAt' | 'retoldAt' | 'correctedAt'>

/** Where a story goes on, from its moments alone: so that another device goes on at the same place. */
export function stageOf({ toldAt, retoldAt, correctedAt }: Moments): Stage {
  if (retoldAt === null || (toldAt ?? '') > retoldAt) return 'telling'
  return correctedAt === null || retoldAt > correctedAt ? 'retelling' : 'deepening'
}
