import { z } from 'zod'
import { areaNamed, line, onlyFor, writingAct } from '../../ba/index.ts'
import { addScan } from './scan-rows.ts'

/**
 * The act `begin-scan`: its parts follow, then the job runs. Only its person sees it, until they
 * take a finding up.
 */
export const beginScan = writingAct({
  name: 'begin-scan',
  formerly: { name: 'begin-turn', fields: { turn: 'scan' } },
  says: 'Begins a scan, whose parts follow: of a zip of documents, a chat export, or a history by git log.',
  may: 'keeper',
  input: z.object({ name: line(200), area: line(80).optional() }),
  output: z.object({ scan: z.string() }),
  run: async (here, { name, area }) => {
    const { tx, space, me, now, newId, changed } = here
    const scan = newId()
    const none = { wished_at: null, progress: null, turned: null, turned_at: null }
    const area_id = areaNamed(here, area).id
    await addScan(tx, { space_id: space.id, id: scan, area_id, by_person: me.id, name, begun_at: now, ...none })
    changed({ scan: scan }, onlyFor(me.id))
    return { scan }
  },
})
