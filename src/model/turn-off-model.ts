import { z } from 'zod'
import { areaNamed, text, writingAct } from '../ba/index.ts'
import { endModelUse } from './model-rows.ts'

/** From now on the model is sent nothing of an area; what it wrote and nobody took over goes with the next compile. */
export const turnOffModel = writingAct({
  name: 'turn-off-model',
  says: 'Stops anything of an area being sent to the language model.',
  may: 'owner',
  input: z.object({ area: text(100).optional() }),
  output: z.object({}),
  run: async (here, { area: slug }) => {
    const { tx, space, me, now } = here
    await endModelUse(tx, space.id, areaNamed(here, slug).id, me.id, now)
    return {}
  },
})
