import { z } from 'zod'
import { id, onlyFor, writingAct } from '../../ba/index.ts'
import { addDismissal } from '../findings/index.ts'

/** Dismisses a thing from the caller's Today. */
export const dismiss = writingAct({
  name: 'dismiss',
  says: 'Takes something off your Today: an answer or a notice you have read, or a topic you do not want to try or to start.',
  may: 'reader',
  input: z.object({ thing: id }),
  output: z.object({}),
  run: async ({ tx, space, me, now, changed }, { thing }) => {
    await addDismissal(tx, { space_id: space.id, person_id: me.id, thing, at: now })
    changed({ dismissal: thing }, onlyFor(me.id))
    return {}
  },
})
