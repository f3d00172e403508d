import type { Story } from '../../contract.ts'

/** The stage of a story. */
export type Stage = 'telling' | 'retelling' | 'deepening' | 'wordless'

type Moments = Pick<Story, 'toldAt' | 'retoldAt' | 'correctedAt'>

/**
 * Derives the stage of a story from its times alone, so that another device continues at the same
 * place.
 */
export function stageOf({ toldAt, retoldAt, correctedAt }: Moments): Stage {
  if (retoldAt === null || (toldAt ?? '') > retoldAt) return 'telling'
  return correctedAt === null || retoldAt > correctedAt ? 'retelling' : 'deepening'
}
