import { z } from 'zod'
import { byPage, DOWNWARDS, next, pageOfList, pageRows, readingAct } from '../../ba/index.ts'
import { stateOf } from './scan-named.ts'
import { shownScan } from './scan-result.ts'
import { scansFrom } from './scan-rows.ts'

/** The act `list-scans`: the caller's scans, newest first. */
export const listScans = readingAct({
  name: 'list-scans',
  formerly: { name: 'list-turns', fields: { turns: 'scans' } },
  says: 'Lists your scans, newest first.',
  may: 'reader',
  shows: ['scan'],
  input: z.object(byPage),
  output: z.object({ scans: pageRows(shownScan.pick({ id: true, name: true, state: true, begunAt: true })), next }),
  run: async ({ tx, space, me, areas }, asked) => {
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: ([at, id], limit) => scansFrom(tx, space.id, me.id, [...areas.keys()], { at, id }, limit),
      place: ({ begun_at, id }) => [begun_at, id],
      show: (scan) => ({ id: scan.id, name: scan.name, state: stateOf(scan), begunAt: scan.begun_at }),
    })
    return { scans: page.rows, next: page.next }
  },
})
