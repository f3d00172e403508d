import { z } from 'zod'
import { writingAct } from './act.ts'
import { OPEN } from './area-rows.ts'
import { readOf } from './inference.ts'
import { endInference, inferenceOn } from './inference-rows.ts'
import { inArea } from './noun.ts'

/** Turns a source of inference off; if it is turned on again, everybody is notified again. */
export const turnOffInference = writingAct({
  name: 'turn-off-inference',
  says: 'Stops anything being inferred here from the history of a repository, or from a chat.',
  may: 'owner',
  input: z.object({ from: z.enum(readOf) }),
  output: z.object({}),
  run: async ({ tx, space, me, now, changed }, { from }) => {
    const on = (await inferenceOn(tx, space.id)).filter(({ what }) => what === from)
    await endInference(tx, space.id, from, me.id, now)
    changed({ inference: on.map(({ id }) => id) }, inArea(OPEN))
    return {}
  },
})
