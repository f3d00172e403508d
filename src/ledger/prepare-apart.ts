import { type CostlyWork, type Need, type Outcome, outcomeOf, type Prepare, Refusal } from '../ba/index.ts'
import { openThread } from './thread.ts'

/** What the thread that prepares is asked for, by name. */
export type ToPrepare = { costly: string; input: unknown }

/** What is costly, done in a thread of its own where there is much of it. */
export interface Preparing {
  prepare: Prepare
  stop(): Promise<void>
}

/** Less than this many characters is done sooner here than sent there and back. */
const LARGE = 20_000
const [MOST_MS, MOST_WAITING, IDLE_MS] = [20_000, 200, 20_000]

/** Opens a thread for what is costly and large; what takes over `mostMs` is ended, and refused. */
export function openPreparing(entry: URL, mostMs = MOST_MS): Preparing {
  const thread = openThread<ToPrepare, unknown>({ entry, mostMs, mostWaiting: MOST_WAITING, idleMs: IDLE_MS })
  const besides = async ({ costly, input }: Need): Promise<Outcome> => {
    try {
      return { done: await thread.ask({ costly: costly.name, input }) }
    } catch (error) {
      if (error instanceof Refusal) return { refused: error }
      throw error
    }
  }
  return {
    prepare: async (need) => (need.costly.size(need.input) < LARGE ? outcomeOf(need) : besides(need)),
    stop: thread.stop,
  }
}

/** Does, in the thread, what it is asked for by name. */
export function preparedBy(all: readonly CostlyWork[], { costly: name, input }: ToPrepare): unknown {
  const costly = all.find((one) => one.name === name)
  if (!costly) throw new Error(`Nothing prepares ${name}.`)
  return costly.work(input)
}
