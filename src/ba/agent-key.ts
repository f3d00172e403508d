import { createHash, randomBytes } from 'node:crypto'
import type { Store } from '../store/index.ts'
import type { Session } from './act.ts'
import { agentByHash } from './agent-key-rows.ts'
import { Refusal } from './refusal.ts'

/** An agent, found by its key: its name, the one space it may enter, and its owner's session. */
export interface Agent {
  name: string
  space: string
  session: Session
}

/** Makes a new key; it is shown once. */
export const newAgentKey = () => `whorl_${randomBytes(32).toString('base64url')}`

/** The hash of a key, which is stored instead of it. */
export const agentKeyHash = (key: string) => createHash('sha256').update(key).digest('hex')

/** Finds the agent that holds a key, or null; each act checks again that the key has not ended. */
export async function agentWith(store: Store, key: string): Promise<Agent | null> {
  const hash = agentKeyHash(key)
  const found = await store.read((tx) => agentByHash(tx, hash))
  if (!found) return null
  return {
    name: found.agent,
    space: found.slug,
    session: {
      whose: async (tx) => {
        const row = await agentByHash(tx, hash)
        if (!row) throw ended()
        return { id: row.id, name: row.name }
      },
    },
  }
}

const ended = () =>
  new Refusal('not-yours', { field: 'session', problem: 'This key has ended.', remedy: 'Make another in Whorl.' })
