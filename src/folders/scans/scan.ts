import { z } from 'zod'
import { areaNamed, id, line, onlyFor, unfit, writingAct } from '../../ba/index.ts'
import { wishJob } from '../../ledger/index.ts'
import { turnNamed } from './scan-named.ts'
import { addTurn, keepPart, partsOf, setWished } from './scan-rows.ts'

/** The kind of job that turns what was brought. */
export const TURN = 'turn'

const document = z.object({ path: line(300), text: z.string().max(2_000_000, 'is longer than 2000000 characters') })

/** The wish to have what was brought turned once; it is done outside of the act, and found by `read-turn`. */
export const turn = writingAct({
  name: 'turn',
  says: 'Turns what you brought: reads it, finds its topics and up to five findings worth forwarding. Name a turn whose parts have come, or give the documents here.',
  may: 'keeper',
  input: z.object({
    turn: id.optional(),
    name: line(200).optional(),
    documents: z.array(document).min(1).max(2000).optional(),
    area: line(80).optional(),
  }),
  output: z.object({ turn: z.string() }),
  run: async (here, { turn: ref, name, documents, area }) => {
    const { tx, space, me, now, newId, changed } = here
    if ((ref === undefined) === (documents === undefined))
      throw unfit('turn', 'One is needed: a turn, or documents.', 'Name the turn, or give the documents themselves.')
    const turn = ref === undefined ? newId() : (await turnNamed(here, ref)).id
    if (documents) {
      const row = { space_id: space.id, id: turn, area_id: areaNamed(here, area).id, by_person: me.id }
      const none = { wished_at: null, progress: null, turned: null, turned_at: null }
      await addTurn(tx, { ...row, name: name ?? 'Documents', begun_at: now, ...none })
      const bytes = Buffer.from(JSON.stringify({ documents })).toString('base64')
      await keepPart(tx, { space_id: space.id, turn_id: turn, part: 0, bytes })
    } else if ((await turnNamed(here, turn)).wished_at !== null) return { turn }
    const { count, last } = await partsOf(tx, space.id, turn)
    if (count === 0 || last !== count - 1)
      throw unfit('turn', 'Not all of its parts have come.', 'Send each of them, from 0 on, and then turn it.')
    await setWished(tx, space.id, turn, now)
    await wishJob(tx, { space_id: space.id, id: newId(), kind: TURN, subject: turn, wished_at: now })
    changed({ scan: turn }, onlyFor(me.id))
    return { turn }
  },
})
