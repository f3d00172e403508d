import { z } from 'zod'
import type { Tx } from '../store/index.ts'
import { inferenceOn } from './inference-rows.ts'
import { person } from './words.ts'

/** What may be read of people to infer who holds what: the history of a repository, a chat. */
export const readOf = ['history', 'chat'] as const

/** How it is shown that something is read: since when, and who turned it on; null where nothing is. */
export const shownInference = z.object({
  from: z.enum(readOf),
  on: z.object({ id: z.string(), by: person, at: z.string() }).nullable(),
})

/** Whether anything may be inferred about people of a space from this. It is off until an owner turns it on. */
export const infers = async (tx: Tx, space: string, from: (typeof readOf)[number]): Promise<boolean> =>
  (await inferenceOn(tx, space)).some(({ what }) => what === from)
