import { z } from 'zod'
import type { Tx } from '../store/index.ts'
import { inferenceOn } from './inference-rows.ts'
import { person } from './words.ts'

/** The sources from which expertise may be inferred: a repository's history, a chat. */
export const readOf = ['history', 'chat'] as const

/**
 * The public form of one source: since when it is on and who turned it on; null while it is off.
 */
export const shownInference = z.object({
  from: z.enum(readOf),
  on: z.object({ id: z.string(), by: person, at: z.string() }).nullable(),
})

/**
 * Whether expertise may be inferred from this source in a space. It is off until an owner turns it
 * on.
 */
export const infers = async (tx: Tx, space: string, from: (typeof readOf)[number]): Promise<boolean> =>
  (await inferenceOn(tx, space)).some(({ what }) => what === from)
