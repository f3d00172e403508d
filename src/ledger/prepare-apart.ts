import { type CostlyWork, type Need, type Outcome, outcomeOf, type Prepare, Refusal } from '../ba/index.ts'
import { openThread } from './thread.ts'

/** A request to the preparing worker, by the name of the work. */
export type ToPrepare = { costly: string; input: unknown }

/** Prepares costly work, in a worker thread if it is large. */
export interface Preparing {
  prepare: Prepare
  stop(): Promise<void>
}

/** Below this many characters, the work is faster here than the transfer to a worker. */
const LARGE = 20_000
const [MOST_MS, MOST_WAITING, IDLE_MS] = [20_000, 200, 20_000]

/** Opens a worker for large costly work; work longer than `mostMs` is aborted and refused. */
export function openPreparing(entry: URL, mostMs = MOST_MS): Preparing {
  const thread = openThread<ToPrepare, unknown>({ entry, mostMs, mostWaiting: MOST_WAITING, idleMs: IDLE_MS })
  const inWorker = async ({ costly, input }: Need): Promise<Outcome> => {
    try {
      return { done: await thread.ask({ costly: costly.name, input }) }
    } catch (error) {
      if (error instanceof Refusal) return { refused: error }
      throw error
    }
  }
  return {
    prepare: async (need) => (need.costly.size(need.input) < LARGE ? outcomeOf(need) : inWorker(need)),
    stop: thread.stop,
  }
}

/** Does a request's work, in the worker. */
export function preparedBy(all: readonly CostlyWork[], { costly: name, input }: ToPrepare): unknown {
  const costly = all.find((one) => one.name === name)
  if (!costly) throw new Error(`Nothing prepares ${name}.`)
  return costly.work(input)
}
