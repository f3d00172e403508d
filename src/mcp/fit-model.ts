import { z } from 'zod'
import { byPart } from '../ba/index.ts'
import type { Connection } from './connection.ts'

/**
 * The most bytes of JSON in an answer that can be read in parts: below the 25,000 tokens that
 * clients pass on to a model, if a token takes 1.6 bytes or more.
 */
const MOST_BYTES = 40_000
/** How many letters of a text are read at first, and at least. */
const [LETTERS, FEWEST_LETTERS] = [30_000, 1000]

/**
 * A connection whose answers fit a model: pages of lists and parts of texts are read with a smaller
 * `most` where they would be too large. Their `next` goes on from there.
 */
export const fitModel = (connection: Connection): Connection => ({
  ...connection,
  does: async (act, input) => {
    const sized = act.reads && act.input.shape.most
    const most = sized && z.safeParse(sized, (input as { most?: unknown }).most)
    // What is wrong with `most` is said by the act.
    if (!most?.success) return connection.does(act, input)
    const read = (most: number) => connection.does(act, { ...(input as object), most })
    if (sized !== byPart.most) return readFitting(read, Number(most.data), 1)
    return readFitting(read, Math.min(LETTERS, Number(most.data ?? LETTERS)), FEWEST_LETTERS)
  },
})

type Answer = Record<string, unknown>

/** Reads with `first`, then with less in proportion until the answer fits or `least` is reached. */
async function readFitting(read: (most: number) => Promise<Answer>, first: number, least: number): Promise<Answer> {
  for (let most = first; ; ) {
    const answer = await read(most)
    const bytes = Buffer.byteLength(JSON.stringify(answer))
    if (bytes <= MOST_BYTES || most <= least) return answer
    most = Math.max(least, Math.floor((most * 0.9 * MOST_BYTES) / bytes))
  }
}
