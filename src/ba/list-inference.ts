import { z } from 'zod'
import { readingAct } from './act.ts'
import { readOf, shownInference } from './inference.ts'
import { inferenceOn } from './inference-rows.ts'

/** Lists the sources of inference and who turned each on; open to everybody. */
export const listInference = readingAct({
  name: 'list-inference',
  says: 'Lists what may be read here to infer who holds what, and who turned it on; each is off until then.',
  may: 'reader',
  shows: ['inference'],
  input: z.object({}),
  output: z.object({ inference: z.array(shownInference).max(readOf.length) }),
  run: async ({ tx, space }) => {
    const on = await inferenceOn(tx, space.id)
    return {
      inference: readOf.map((from) => {
        const row = on.find(({ what }) => what === from)
        return {
          from,
          on: row ? { id: row.id, by: { id: row.turned_on_by, name: row.name }, at: row.turned_on_at } : null,
        }
      }),
    }
  },
})
