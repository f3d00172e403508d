import { z } from 'zod'
import { byPage, DOWNWARDS, next, pageOfList, pageRows, readingAct } from '../../ba/index.ts'
import { stateOf } from './scan-named.ts'
import { turnsFrom } from './scan-rows.ts'
import { shownTurn } from './scanned.ts'

/** What I brought, newest first. */
export const listTurns = readingAct({
  name: 'list-turns',
  says: 'Lists what you brought to be turned, newest first.',
  may: 'reader',
  input: z.object(byPage),
  output: z.object({ turns: pageRows(shownTurn.pick({ id: true, name: true, state: true, begunAt: true })), next }),
  run: async ({ tx, space, me, areas }, asked) => {
    const page = await pageOfList(asked, {
      from: DOWNWARDS,
      rows: ([at, id], limit) => turnsFrom(tx, space.id, me.id, [...areas.keys()], { at, id }, limit),
      place: ({ begun_at, id }) => [begun_at, id],
      show: (turn) => ({ id: turn.id, name: turn.name, state: stateOf(turn), begunAt: turn.begun_at }),
    })
    return { turns: page.rows, next: page.next }
  },
})
