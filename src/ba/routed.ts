import type { Tx } from '../store/index.ts'
import { atLeastIn } from './area-rows.ts'

/** In a smaller area nobody is ranked or proposed as the person to ask. */
const ROUTED_FROM = 15

/** Whether people may be ranked or proposed about the contents of an area: only if many see it. */
export async function isRouted(tx: Tx, space: string, area: string): Promise<boolean> {
  return atLeastIn(tx, space, area, ROUTED_FROM)
}
