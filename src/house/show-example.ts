import { z } from 'zod'
import { exampleOf, houseAct, makeSpace } from '../ba/index.ts'
import { wishJob } from '../ledger/index.ts'

/** The kind of job that fills an example space. */
export const FILL_EXAMPLE = 'fill-example'

/** Makes the caller an example space of their own, filled by ordinary acts. */
export const showExample = houseAct({
  name: 'show-example',
  says: 'Makes an example space for you, from the page on the SECI model and Whorl’s own documents, or finds the one you have.',
  reads: false,
  input: z.object({}),
  output: z.object({ slug: z.string() }),
  run: async ({ tx, me, now, newId }) => {
    const kept = await exampleOf(tx, me.id)
    if (kept) return { slug: kept.slug }
    const id = newId()
    const slug = await makeSpace(tx, { id, name: 'Example', owner: me.id, exampleOf: me.id, now })
    await wishJob(tx, { space_id: id, id: newId(), kind: FILL_EXAMPLE, subject: me.id, wished_at: now })
    return { slug }
  },
})
