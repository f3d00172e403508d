import { z } from 'zod'
import { type HereIAm, id, readingAct, shownArea } from '../../ba/index.ts'
import { showTopicById } from '../../knowledge/index.ts'
import { findingsSeen } from './keep-inferred.ts'
import { scanNamed, stateOf } from './scan-named.ts'
import { scanResult, shownScan } from './scan-result.ts'
import { type Scan, takeUpsOf } from './scan-rows.ts'

/** What I brought, how far it is, and what was found. */
export const readScan = readingAct({
  name: 'read-scan',
  formerly: { name: 'read-turn', fields: { turn: 'scan' } },
  says: 'Shows how far something that you brought has been scanned, and what was found in it.',
  may: 'reader',
  input: z.object({ scan: id }),
  output: z.object({ scan: shownScan }),
  run: async (here, { scan: ref }) => {
    const scan = await scanNamed(here, ref)
    const takenUp = []
    for (const { finding, topic_id, question_id } of await takeUpsOf(here.tx, here.space.id, scan.id))
      takenUp.push({ finding, topic: await showTopicById(here, topic_id), question: question_id })
    return {
      scan: {
        id: scan.id,
        name: scan.name,
        area: shownArea(here, scan.area_id).slug,
        state: stateOf(scan),
        progress: scan.progress,
        begunAt: scan.begun_at,
        result: await outcome(here, scan),
        takenUp,
      },
    }
  },
})

async function outcome({ tx }: HereIAm, scan: Scan) {
  if (scan.turned === null) return null
  const whole = scanResult.parse(JSON.parse(scan.turned))
  return { ...whole, findings: await findingsSeen(tx, scan, whole) }
}
