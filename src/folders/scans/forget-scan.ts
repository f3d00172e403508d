import { z } from 'zod'
import { id, onlyFor, writingAct } from '../../ba/index.ts'
import { inferredIn } from '../../spiral/index.ts'
import { scanNamed } from './scan-named.ts'
import { dropScan } from './scan-rows.ts'

/** The act `forget-scan`: deletes a scan with its findings; what was taken up stays. */
export const forgetScan = writingAct({
  name: 'forget-scan',
  formerly: { name: 'forget-turn', fields: { turn: 'scan' } },
  says: 'Forgets a scan of yours and what was found; what you took up stays.',
  may: 'reader',
  input: z.object({ scan: id }),
  output: z.object({}),
  run: async (here, { scan: ref }) => {
    const scan = await scanNamed(here, ref)
    // Findings about others are deleted with it.
    const about = await inferredIn(here.tx, here.space.id, scan.id)
    await dropScan(here.tx, here.space.id, scan.id)
    here.changed({ scan: scan.id }, onlyFor(here.me.id))
    for (const { person_id } of about) here.changed({ inferred: scan.id }, onlyFor(person_id))
    return {}
  },
})
