import { z } from 'zod'
import { houseAct } from './act.ts'
import { mustMakeSpaces } from './house-role.ts'
import { makeSpace } from './space.ts'
import { line } from './words.ts'

/** Makes a space owned by the caller. */
export const createSpace = houseAct({
  name: 'create-space',
  says: 'Makes a space of which you are the owner; whoever runs this house says who may.',
  reads: false,
  input: z.object({ name: line(60) }),
  output: z.object({ slug: z.string() }),
  run: async ({ tx, me, now, newId }, { name }) => {
    await mustMakeSpaces(tx, me.id)
    return { slug: await makeSpace(tx, { id: newId(), name, owner: me.id, now }) }
  },
})
