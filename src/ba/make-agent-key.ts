import { z } from 'zod'
import { writingAct } from './act.ts'
import { agentKeyHash, newAgentKey } from './agent-key.ts'
import { addAgentKey, agentKeysOf } from './agent-key-rows.ts'
import { onlyFor } from './noun.ts'
import { Refusal } from './refusal.ts'
import { line } from './words.ts'

/** The most keys that a person may have in a space. */
export const MOST = 20

/** Makes a key for one of the caller's agents. */
export const makeAgentKey = writingAct({
  name: 'make-agent-key',
  says: 'Makes a key for an agent of yours: it reads here as you do, and what it writes waits for you.',
  may: 'reader',
  secret: true,
  input: z.object({ name: line(60) }),
  output: z.object({ agent: z.string(), secret: z.string(), path: z.string() }),
  run: async ({ tx, space, me, now, newId, changed }, { name }) => {
    if ((await agentKeysOf(tx, space.id, me.id)).length >= MOST) {
      throw new Refusal('too-many', {
        problem: `You have ${MOST} keys here.`,
        remedy: 'End one that is not used any more.',
      })
    }
    const [agent, secret] = [newId(), newAgentKey()]
    const row = { space_id: space.id, id: agent, person_id: me.id, name, key_hash: agentKeyHash(secret), made_at: now }
    await addAgentKey(tx, row)
    changed({ agent }, onlyFor(me.id))
    return { agent, secret, path: '/mcp' }
  },
})
