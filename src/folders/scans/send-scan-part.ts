import { z } from 'zod'
import { id, onlyFor, unfit, writingAct } from '../../ba/index.ts'
import { turnNamed } from './scan-named.ts'
import { keepPart } from './scan-rows.ts'

const MOST_PARTS = 64
/** Four MiB, as base64: a body of a request holds it. */
const MOST_CHARACTERS = Math.ceil((4 * 1024 * 1024) / 3) * 4

/** One part of what is brought, so that what is large comes over a line that breaks; the same part again is harmless. */
export const sendPart = writingAct({
  name: 'send-part',
  says: 'Sends one part, of up to 4 MiB, of what you bring; there may be 64 of them, numbered from 0.',
  may: 'keeper',
  input: z.object({
    turn: id,
    part: z
      .int()
      .min(0)
      .max(MOST_PARTS - 1, `is more than ${MOST_PARTS - 1}: bring less at once, 256 MiB at most`),
    bytes: z.base64('is not base64').min(4, 'is empty').max(MOST_CHARACTERS, 'is larger than 4 MiB'),
  }),
  output: z.object({}),
  run: async (here, { turn: ref, part, bytes }) => {
    const turn = await turnNamed(here, ref)
    if (turn.wished_at !== null) throw unfit('turn', 'It is being turned, or was.', 'Begin another.')
    await keepPart(here.tx, { space_id: here.space.id, turn_id: turn.id, part, bytes })
    here.changed({ scan: turn.id }, onlyFor(here.me.id))
    return {}
  },
})
