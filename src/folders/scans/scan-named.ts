import type { z } from 'zod'
import { absent, type HereIAm } from '../../ba/index.ts'
import type { shownScan } from './scan-result.ts'
import { type Scan, scanById } from './scan-rows.ts'

/** Finds a scan of the caller; others' scans are refused as absent. */
export async function scanNamed({ tx, space, me, areas }: HereIAm, id: string): Promise<Scan> {
  const found = await scanById(tx, space.id, id)
  if (found?.by_person !== me.id || !areas.has(found.area_id)) throw absent('scan', 'scan')
  return found
}

/** The state of a scan. */
export const stateOf = ({
  wished_at,
  turned_at,
}: Pick<Scan, 'wished_at' | 'turned_at'>): z.output<typeof shownScan>['state'] =>
  turned_at ? 'scanned' : wished_at ? 'scanning' : 'sending'
