import { z } from 'zod'
import { areaNamed, id, line, onlyFor, unfit, writingAct } from '../../ba/index.ts'
import { wishJob } from '../../ledger/index.ts'
import { MOST_SOURCE } from '../../text/index.ts'
import { scanNamed } from './scan-named.ts'
import { addScan, keepPart, partsOf, setWished } from './scan-rows.ts'

/** The kind of job that scans. */
export const SCAN = 'scan'

const document = z.object({ path: line(300), text: z.string().max(MOST_SOURCE, 'is longer than 2000000 characters') })

/** The act `scan`: wishes the job; `read-scan` gives its result. */
export const scan = writingAct({
  name: 'scan',
  formerly: { name: 'turn', fields: { turn: 'scan' } },
  says: 'Scans what you have: reads it once, finds its topics and up to five findings worth forwarding. Name a scan whose parts have come, or give the documents here.',
  may: 'keeper',
  tool: 'by-http',
  input: z.object({
    scan: id.optional(),
    name: line(200).optional(),
    documents: z.array(document).min(1).max(2000).optional(),
    area: line(80).optional(),
  }),
  output: z.object({ scan: z.string() }),
  run: async (here, { scan: ref, name, documents, area }) => {
    const { tx, space, me, now, newId, changed } = here
    if ((ref === undefined) === (documents === undefined))
      throw unfit('scan', 'One is needed: a scan, or documents.', 'Name the scan, or give the documents themselves.')
    const scan = ref === undefined ? newId() : (await scanNamed(here, ref)).id
    if (documents) {
      const row = { space_id: space.id, id: scan, area_id: areaNamed(here, area).id, by_person: me.id }
      const none = { wished_at: null, progress: null, turned: null, turned_at: null }
      await addScan(tx, { ...row, name: name ?? 'Documents', begun_at: now, ...none })
      const bytes = Buffer.from(JSON.stringify({ documents })).toString('base64')
      await keepPart(tx, { space_id: space.id, turn_id: scan, part: 0, bytes }, me.id)
    } else if ((await scanNamed(here, scan)).wished_at !== null) return { scan }
    const { count, last } = await partsOf(tx, space.id, scan)
    if (count === 0 || last !== count - 1)
      throw unfit('scan', 'Not all of its parts have come.', 'Send each of them, from 0 on, and then scan it.')
    await setWished(tx, space.id, scan, now)
    const wish = { space_id: space.id, id: newId(), kind: SCAN, subject: scan, wished_at: now }
    await wishJob(tx, { ...wish, wished_by: me.id })
    changed({ scan: scan }, onlyFor(me.id))
    return { scan }
  },
})
