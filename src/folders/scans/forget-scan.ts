import { z } from 'zod'
import { id, onlyFor, writingAct } from '../../ba/index.ts'
import { turnNamed } from './scan-named.ts'
import { dropTurn } from './scan-rows.ts'

/** What I brought is forgotten, with what was found in it; what was taken up stays where it went. */
export const forgetTurn = writingAct({
  name: 'forget-turn',
  says: 'Forgets something that you brought and what was found in it; what you took up stays.',
  may: 'reader',
  input: z.object({ turn: id }),
  output: z.object({}),
  run: async (here, { turn: ref }) => {
    const turn = await turnNamed(here, ref)
    await dropTurn(here.tx, here.space.id, turn.id)
    here.changed({ scan: turn.id }, onlyFor(here.me.id))
    return {}
  },
})
