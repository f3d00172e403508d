import { z } from 'zod'
import { writingAct } from './act.ts'
import { addArea, addToArea, areaSlugTaken } from './area-rows.ts'
import { inArea } from './noun.ts'
import { freeSlug, slugOf } from './slug.ts'
import { line } from './words.ts'

/** Makes a closed area with the caller in it. */
export const makeArea = writingAct({
  name: 'make-area',
  says: 'Makes a closed area, which only you and those you let in can see.',
  may: 'keeper',
  input: z.object({ name: line(60) }),
  output: z.object({ slug: z.string() }),
  run: async ({ tx, space, me, now, newId, changed }, { name }) => {
    // The names of closed areas are secret too: a slug ends in part of its id, so a collision
    // reveals nothing.
    const id = newId()
    const slug = await freeSlug(`${slugOf(name, 'name')}-${id.slice(-5)}`, (tried) =>
      areaSlugTaken(tx, space.id, tried),
    )
    await addArea(tx, space.id, { id, slug, name, closed: 1, made_at: now })
    await addToArea(tx, space.id, id, me.id, now)
    changed({ area: id }, inArea(id))
    return { slug }
  },
})
