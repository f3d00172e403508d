import { z } from 'zod'
import { id, onlyFor, unfit, writingAct } from '../../ba/index.ts'
import { scanNamed } from './scan-named.ts'
import { keepPart } from './scan-rows.ts'

const MOST_PARTS = 64
/** Four MiB in base64, which fits a request body. */
const MOST_CHARACTERS = Math.ceil((4 * 1024 * 1024) / 3) * 4

/** The act `send-scan-part`: stores one part of an upload; a part may be sent again. */
export const sendScanPart = writingAct({
  name: 'send-scan-part',
  formerly: { name: 'send-part', fields: { turn: 'scan' } },
  says: 'Sends one part, of up to 4 MiB, of what you have scanned; there may be 64 of them, numbered from 0.',
  may: 'keeper',
  input: z.object({
    scan: id,
    part: z
      .int()
      .min(0)
      .max(MOST_PARTS - 1, `is more than ${MOST_PARTS - 1}: send less at once, 256 MiB at most`),
    bytes: z.base64('is not base64').min(4, 'is empty').max(MOST_CHARACTERS, 'is larger than 4 MiB'),
  }),
  output: z.object({}),
  run: async (here, { scan: ref, part, bytes }) => {
    const scan = await scanNamed(here, ref)
    if (scan.wished_at !== null) throw unfit('scan', 'It is being scanned, or was.', 'Begin another.')
    await keepPart(here.tx, { space_id: here.space.id, turn_id: scan.id, part, bytes }, here.me.id)
    here.changed({ scan: scan.id }, onlyFor(here.me.id))
    return {}
  },
})
