import { z } from 'zod'
import { readingAct } from './act.ts'
import { agentKeysOf } from './agent-key-rows.ts'
import { MOST } from './make-agent-key.ts'

/** Lists the caller's agents. */
export const listAgentKeys = readingAct({
  name: 'list-agent-keys',
  says: 'Lists the agents that you have given a key to this space.',
  may: 'reader',
  shows: ['agent'],
  input: z.object({}),
  output: z.object({ agents: z.array(z.object({ id: z.string(), name: z.string(), madeAt: z.string() })).max(MOST) }),
  run: async ({ tx, space, me }) => ({
    agents: (await agentKeysOf(tx, space.id, me.id)).map(({ id, name, made_at }) => ({ id, name, madeAt: made_at })),
  }),
})
