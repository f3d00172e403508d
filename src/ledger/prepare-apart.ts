import { type CostlyWork, type Need, type Outcome, outcomeOf, type Prepare, Refusal } from '../ba/index.ts'
import { isTurnOver, letOthersTurn } from '../store/index.ts'
import { openWorkers } from './worker-pool.ts'

/** A request to the preparing worker, by the name of the work. */
export type ToPrepare = { costly: string; input: unknown }

/** Prepares costly work, in worker threads if it is large. */
export interface Preparing {
  prepare: Prepare
  stop(): Promise<void>
}

/** What costs less than to read so many letters is done sooner here than handed to a worker. */
const LARGE = 20_000
const [MOST_MS, IDLE_MS] = [20_000, 20_000]
const MOST_WAITING = { each: 30, all: 200 }

/** Opens workers for large costly work, which people take turns at; work longer than `mostMs` is aborted and refused. */
export function openPreparing(entry: URL, { most = 1, mostMs = MOST_MS } = {}): Preparing {
  const workers = openWorkers<ToPrepare, unknown>({ entry, most, mostMs, mostWaiting: MOST_WAITING, idleMs: IDLE_MS })
  const inWorker = async ({ costly, input }: Need, person: string): Promise<Outcome> => {
    try {
      return { done: await workers.ask({ costly: costly.name, input }, person) }
    } catch (error) {
      if (error instanceof Refusal) return { refused: error }
      throw error
    }
  }
  return {
    prepare: async (need, person) => {
      if (need.costly.size(need.input) >= LARGE) return inWorker(need, person)
      // An act may need many small pieces.
      if (isTurnOver()) await letOthersTurn()
      return outcomeOf(need)
    },
    stop: workers.stop,
  }
}

/** Does a request's work, in the worker. */
export function preparedBy(all: readonly CostlyWork[], { costly: name, input }: ToPrepare): unknown {
  const costly = all.find((one) => one.name === name)
  if (!costly) throw new Error(`Nothing prepares ${name}.`)
  return costly.work(input)
}
