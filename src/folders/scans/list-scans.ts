import { z } from 'zod'
import { readingAct } from '../../ba/index.ts'
import { stateOf } from './scan-named.ts'
import { turnsOf } from './scan-rows.ts'
import { shownTurn } from './scanned.ts'

/** What I brought, newest first. */
export const listTurns = readingAct({
  name: 'list-turns',
  says: 'Lists what you brought to be turned, newest first.',
  may: 'reader',
  input: z.object({}),
  output: z.object({ turns: z.array(shownTurn.pick({ id: true, name: true, state: true, begunAt: true })) }),
  run: async ({ tx, space, me, areas }) => ({
    turns: (await turnsOf(tx, space.id, me.id))
      .filter(({ area_id }) => areas.has(area_id))
      .map((turn) => ({ id: turn.id, name: turn.name, state: stateOf(turn), begunAt: turn.begun_at })),
  }),
})
