import type { Act } from '../ba/index.ts'
import type { Connection } from './connection.ts'
import { inWordsOf } from './in-words-of.ts'

type ToolInput = Record<string, unknown>

/** Appended to the description of every writing tool. */
export const WAITS = 'It is not done at once: it waits for the person whose agent you are, who does it or says no.'

/** Turns an act into a proposal that the agent's person accepts. */
export const proposed =
  (propose: Act, act: Act) =>
  async (connection: Connection, agent: string, input: ToolInput): Promise<ToolInput> => {
    const kept = connection.does(propose, { act: act.name, input, agent })
    const { proposal, waitsFor } = await inWordsOf(kept, (field) => field.replace(/^input\./, ''))
    return { waits: true, for: waitsFor, proposal, says: `Nothing is done yet. It waits for ${waitsFor} in Whorl.` }
  }
