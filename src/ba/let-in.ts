import { z } from 'zod'
import { writingAct } from './act.ts'
import { areaNamed } from './area.ts'
import { addToArea } from './area-rows.ts'
import { inArea } from './noun.ts'
import { orAbsent, unfit } from './refusal.ts'
import { memberOf } from './space-rows.ts'
import { id, line } from './words.ts'

/** Adds somebody to a closed area that the caller is in. */
export const letIn = writingAct({
  name: 'let-in',
  says: 'Lets somebody of the space into a closed area you are in.',
  may: 'keeper',
  input: z.object({ area: line(80), person: id }),
  output: z.object({}),
  run: async (here, { area: slug, person }) => {
    const { tx, space, now, changed } = here
    const area = areaNamed(here, slug)
    if (!area.closed) throw unfit('area', 'Everybody here is in that area already.', 'Name a closed one.')
    orAbsent(await memberOf(tx, space.id, person), 'person', 'person')
    await addToArea(tx, space.id, area.id, person, now)
    changed({ area: area.id }, inArea(area.id))
    return {}
  },
})
