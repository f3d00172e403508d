import { z } from 'zod'
import { byPage, type HereIAm, id, next, pageOfList, readingAct, rowsAfter, shownArea } from '../../ba/index.ts'
import { showTopicById } from '../../knowledge/index.ts'
import { findingsSeen } from './keep-inferred.ts'
import { scanNamed, stateOf } from './scan-named.ts'
import { scanResult, shownScan, showResult } from './scan-result.ts'
import { type Scan, takeUpsOf } from './scan-rows.ts'

/** The act `read-scan`: the progress and findings of a scan of the caller. */
export const readScan = readingAct({
  name: 'read-scan',
  formerly: { name: 'read-turn', fields: { turn: 'scan' } },
  says: 'Shows how far a scan of yours is, and what was found.',
  may: 'reader',
  tool: 'by-http',
  shows: ['scan', 'inferred', 'topic'],
  input: z.object({ scan: id, ...byPage }),
  output: z.object({
    scan: shownScan,
    /** The cursor of the unread files. */
    next,
  }),
  run: async (here, { scan: ref, ...asked }) => {
    const scan = await scanNamed(here, ref)
    const takenUp = []
    for (const { finding, topic_id, question_id } of await takeUpsOf(here.tx, here.space.id, scan.id))
      takenUp.push({ finding, topic: await showTopicById(here, topic_id), question: question_id })
    const { next, ...came } = await outcome(here, scan, asked)
    return {
      next,
      scan: {
        id: scan.id,
        name: scan.name,
        area: shownArea(here, scan.area_id).slug,
        state: stateOf(scan),
        progress: scan.progress,
        begunAt: scan.begun_at,
        ...came,
        takenUp,
      },
    }
  },
})

async function outcome({ tx }: HereIAm, scan: Scan, asked: { after?: string | undefined; most: number }) {
  if (scan.turned === null) return { result: null, next: null }
  const whole = scanResult.parse(JSON.parse(scan.turned))
  const unread = whole.unread.map((one, n) => ({ one, n }))
  // A result never changes, so a row's index is a stable position.
  const place = ({ n }: (typeof unread)[number]): [number] => [n]
  const rows = rowsAfter(unread, place)
  const page = await pageOfList(asked, { from: [-1] as [number], rows, place, show: ({ one }) => one })
  return { result: showResult(whole, await findingsSeen(tx, scan, whole), page.rows), next: page.next }
}
