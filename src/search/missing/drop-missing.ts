import { z } from 'zod'
import { id, orAbsent, reaches, writingAct } from '../../ba/index.ts'
import { missingChanged } from './missing-changed.ts'
import { changeMissing, dropMissingRow, missingById } from './missing-rows.ts'

/** Deletes the caller's search, or as a keeper hides one from the room. */
export const dropMissing = writingAct({
  name: 'drop-missing',
  says: 'Forgets something you looked for, and takes it back from the room; a keeper may take it off the room’s list.',
  may: 'reader',
  input: z.object({ missing: id }),
  output: z.object({}),
  run: async (here, { missing: ref }) => {
    const { tx, space, me, areas } = here
    const row = await missingById(tx, space.id, ref)
    const mine = row?.person_id === me.id
    const kept = row && row.room_at !== null && areas.has(row.area_id) && reaches(me.role, 'keeper')
    const found = orAbsent(mine || kept ? row : undefined, 'missing', 'search of yours')
    if (mine) await dropMissingRow(tx, space.id, found.id)
    // The search stays with its owner.
    else await changeMissing(tx, { ...found, room_at: null })
    missingChanged(here, found)
    return {}
  },
})
