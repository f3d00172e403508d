import { z } from 'zod'
import { areaNamed, inArea, text, writingAct } from '../ba/index.ts'
import { endModelUse, modelUses } from './model-rows.ts'

/**
 * Turns the model off for an area; text that it wrote and nobody took over is dropped by the next
 * compile.
 */
export const turnOffModel = writingAct({
  name: 'turn-off-model',
  says: 'Stops anything of an area being sent to the language model.',
  may: 'owner',
  input: z.object({ area: text(100).optional() }),
  output: z.object({}),
  run: async (here, { area: slug }) => {
    const { tx, space, me, now } = here
    const area = areaNamed(here, slug).id
    const on = (await modelUses(tx, space.id)).filter(({ area_id }) => area_id === area)
    await endModelUse(tx, space.id, area, me.id, now)
    here.changed({ modelUse: on.map(({ id }) => id) }, inArea(area))
    return {}
  },
})
