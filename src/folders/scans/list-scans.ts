import { z } from 'zod'
import { readingAct } from '../../ba/index.ts'
import { stateOf } from './scan-named.ts'
import { shownScan } from './scan-result.ts'
import { scansOf } from './scan-rows.ts'

/** What I brought, newest first. */
export const listScans = readingAct({
  name: 'list-scans',
  formerly: { name: 'list-turns', fields: { turns: 'scans' } },
  says: 'Lists what you brought to be scanned, newest first.',
  may: 'reader',
  input: z.object({}),
  output: z.object({ scans: z.array(shownScan.pick({ id: true, name: true, state: true, begunAt: true })) }),
  run: async ({ tx, space, me, areas }) => ({
    scans: (await scansOf(tx, space.id, me.id))
      .filter(({ area_id }) => areas.has(area_id))
      .map((scan) => ({ id: scan.id, name: scan.name, state: stateOf(scan), begunAt: scan.begun_at })),
  }),
})
