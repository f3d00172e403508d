import { z } from 'zod'
import { houseAct } from './act.ts'
import { notYours } from './refusal.ts'
import { makeSpace } from './space.ts'
import { spacesOf } from './space-rows.ts'
import { line } from './words.ts'

/** Makes a space owned by the caller. */
export const createSpace = houseAct({
  name: 'create-space',
  says: 'Makes a space of which you are the owner.',
  reads: false,
  input: z.object({ name: line(60) }),
  output: z.object({ slug: z.string() }),
  run: async ({ tx, me, now, newId }, { name }) => {
    if ((await spacesOf(tx, me.id)).length === 0)
      throw notYours('You are in no space here.', 'Open the link you were sent.')
    return { slug: await makeSpace(tx, { id: newId(), name, owner: me.id, now }) }
  },
})
