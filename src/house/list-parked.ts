import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, readingAct } from '../ba/index.ts'
import { failedJobsAfter, parkedAfter } from '../ledger/index.ts'
import type { Tx } from '../store/index.ts'

/** Lists failures that wait for the operator: reactions by their entry, jobs as `job:<id>`. */
export const listParked = readingAct({
  name: 'list-parked',
  says: 'Lists what failed and waits for an owner to retry it.',
  may: 'owner',
  shows: ['parked'],
  input: z.object(byPage),
  output: z.object({
    parked: pageRows(z.object({ reaction: z.string(), seq: z.number(), error: z.string(), at: z.string() })),
    next,
  }),
  run: async ({ tx, space }, asked) => {
    const page = await pageOfList(asked, {
      from: ['', '', -1] as At,
      rows: (after, most) => failedAfter(tx, space.id, after, most),
      place: ({ at, reaction, seq }): At => [at, reaction, seq],
      show: (one) => one,
    })
    return { parked: page.rows, next: page.next }
  },
})

type At = [at: string, reaction: string, seq: number]

/** Reactions' entries and jobs in one order: by when they failed, then by name. */
async function failedAfter(tx: Tx, space: string, [at, reaction, seq]: At, most: number) {
  const parked = await parkedAfter(tx, space, { at, reaction, seq, most })
  const jobs = await failedJobsAfter(tx, space, { at, name: reaction, most })
  const failed = [
    ...parked.map(({ fault, ...one }) => ({ ...one, error: fault })),
    ...jobs.map((job) => ({ reaction: job.name, seq: 0, error: job.fault, at: job.at })),
  ]
  const order = (a: Failed, b: Failed) =>
    compareText(a.at, b.at) || compareText(a.reaction, b.reaction) || a.seq - b.seq
  return failed.sort(order).slice(0, most)
}

type Failed = { at: string; reaction: string; seq: number }
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
