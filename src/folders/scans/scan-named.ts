import type { z } from 'zod'
import { absent, type HereIAm } from '../../ba/index.ts'
import { type Turn, turnById } from './scan-rows.ts'
import type { shownTurn } from './scanned.ts'

/** Finds a turn of mine; somebody else's is as absent as one that never was. */
export async function turnNamed({ tx, space, me, areas }: HereIAm, id: string): Promise<Turn> {
  const found = await turnById(tx, space.id, id)
  if (found?.by_person !== me.id || !areas.has(found.area_id)) throw absent('turn', 'turn')
  return found
}

/** How far a turn has come. */
export const stateOf = ({
  wished_at,
  turned_at,
}: Pick<Turn, 'wished_at' | 'turned_at'>): z.output<typeof shownTurn>['state'] =>
  turned_at ? 'turned' : wished_at ? 'turning' : 'sending'
