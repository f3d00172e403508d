import { z } from 'zod'
import { writingAct } from './act.ts'
import { endAgentKeyRow } from './agent-key-rows.ts'
import { onlyFor } from './noun.ts'
import { absent } from './refusal.ts'
import { id } from './words.ts'

/** Ends the key of one of the caller's agents. */
export const endAgentKey = writingAct({
  name: 'end-agent-key',
  says: 'Ends the key of an agent of yours; what it left waiting stays for you to decide.',
  may: 'reader',
  input: z.object({ agent: id }),
  output: z.object({}),
  run: async ({ tx, space, me, now, changed }, { agent }) => {
    if ((await endAgentKeyRow(tx, space.id, me.id, agent, now)) !== 1) throw absent('agent', 'agent')
    changed({ agent }, onlyFor(me.id))
    return {}
  },
})
