import { z } from 'zod'
import { writingAct } from './act.ts'
import { OPEN } from './area-rows.ts'
import { infers, readOf } from './inference.ts'
import { addInference } from './inference-rows.ts'
import { inArea } from './noun.ts'

/** Turns a source of inference on; everybody here is notified once. */
export const turnOnInference = writingAct({
  name: 'turn-on-inference',
  says: 'Lets the history of a repository, or a chat, be read here to infer who holds what; everybody is told.',
  may: 'owner',
  input: z.object({ from: z.enum(readOf) }),
  output: z.object({}),
  run: async ({ tx, space, me, now, newId, changed }, { from }) => {
    if (await infers(tx, space.id, from)) return {}
    const id = newId()
    await addInference(tx, { space_id: space.id, id, what: from, turned_on_by: me.id, turned_on_at: now })
    changed({ inference: id }, inArea(OPEN))
    return {}
  },
})
