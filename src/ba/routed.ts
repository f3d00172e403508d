import type { Tx } from '../store/index.ts'
import { areaPeople, OPEN } from './area-rows.ts'
import { peopleOf } from './space-rows.ts'

/** Below so many people nobody is ranked, and nobody proposed as the one to ask: they can ask the room. */
const ROUTED_FROM = 15

/** Whether people may be put in an order, or proposed, about what is in an area: only where many see it. */
export async function isRouted(tx: Tx, space: string, area: string): Promise<boolean> {
  const people = area === OPEN ? await peopleOf(tx, space) : await areaPeople(tx, space, [area])
  return people.length >= ROUTED_FROM
}
