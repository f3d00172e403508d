import type { Tx } from '../store/index.ts'
import { atLeastIn } from './area-rows.ts'

/** Below so many people nobody is ranked, and nobody proposed as the one to ask: they can ask the room. */
const ROUTED_FROM = 15

/** Whether people may be put in an order, or proposed, about what is in an area: only where many see it. */
export async function isRouted(tx: Tx, space: string, area: string): Promise<boolean> {
  return atLeastIn(tx, space, area, ROUTED_FROM)
}
