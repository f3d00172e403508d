import { z } from 'zod'
import { id, unfit, writingAct } from '../../ba/index.ts'
import { missingChanged } from './missing-changed.ts'
import { changeMissing } from './missing-rows.ts'
import { myMissing, showMissing, shownMissing } from './shown-missing.ts'

/** Shows a search to the room, in its words and without a name. */
export const sayMissing = writingAct({
  name: 'say-missing',
  says: 'Lets the room know, without your name, that something you looked for is not in here.',
  may: 'member',
  input: z.object({ missing: id }),
  output: z.object({ missing: shownMissing }),
  run: async (here, { missing: ref }) => {
    const row = await myMissing(here, ref)
    if (row.found_at !== null) throw unfit('missing', 'It is in here by now.', 'Ask again, and read what was said.')
    const said = { ...row, room_at: row.room_at ?? here.now }
    await changeMissing(here.tx, said)
    missingChanged(here, said)
    return { missing: await showMissing(here, said) }
  },
})
