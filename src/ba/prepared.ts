import { Refusal } from './refusal.ts'

/**
 * A kind of costly work that needs no store, with the name by which a worker finds it. Input and
 * output must be structured-cloneable.
 */
export interface Costly<I, O> {
  readonly name: string
  readonly work: (input: I) => O
  /** What it may cost, in letters of prose that are read; what costs much runs in a worker. */
  readonly size: (input: I) => number
}

/** Any kind of costly work, for lists. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type CostlyWork = Costly<any, any>

/** One piece of costly work to do. */
export interface Need {
  readonly costly: CostlyWork
  readonly input: unknown
}

/** Returns the prepared result of costly work; throws `Unprepared` if there is none. */
export type Prepared = <I, O>(costly: Costly<I, O>, input: I) => O

/** The outcome of costly work: a result or a refusal. */
export type Outcome = { done: unknown } | { refused: Refusal }

/** Does a piece of costly work for a person, outside any transaction. */
export type Prepare = (need: Need, person: string) => Promise<Outcome>

/**
 * Thrown when a transaction meets costly work that is not prepared: it rolls back, the work is
 * done, and it runs again.
 */
export class Unprepared extends Error {
  readonly needs: readonly Need[]
  constructor(needs: readonly Need[]) {
    super(`This is to be prepared outside of a transaction: ${needs.map(({ costly }) => costly.name).join(', ')}.`)
    this.needs = needs
  }
}

/** Does a piece of costly work in this thread. */
export function outcomeOf({ costly, input }: Need): Outcome {
  try {
    return { done: costly.work(input) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error }
    throw error
  }
}
