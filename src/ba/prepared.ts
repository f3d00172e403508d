import { Refusal } from './refusal.ts'

/**
 * Work that takes long and needs no store, by the name under which a thread of its own finds it. What it takes and
 * gives can be sent to a thread: no functions.
 */
export interface Costly<I, O> {
  readonly name: string
  readonly work: (input: I) => O
  /** How much there is to do, in characters: what is large is done in a thread. */
  readonly size: (input: I) => number
}

/** Costly work of any kind, as lists hold it. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type CostlyWork = Costly<any, any>

/** One piece of costly work that is to be done. */
export interface Need {
  readonly costly: CostlyWork
  readonly input: unknown
}

/** Gives what costly work came to, as it was prepared; throws `Unprepared` where it was not. */
export type Prepared = <I, O>(costly: Costly<I, O>, input: I) => O

/** What came of costly work: its result, or why it was refused. */
export type Outcome = { done: unknown } | { refused: Refusal }

/** Does a piece of costly work outside of any transaction. */
export type Prepare = (need: Need) => Promise<Outcome>

/** Says that work in a transaction came to something costly: it is rolled back, that is done, and it begins again. */
export class Unprepared extends Error {
  readonly needs: readonly Need[]
  constructor(needs: readonly Need[]) {
    super(`This is to be prepared outside of a transaction: ${needs.map(({ costly }) => costly.name).join(', ')}.`)
    this.needs = needs
  }
}

/** Does a piece of costly work here and now. */
export function outcomeOf({ costly, input }: Need): Outcome {
  try {
    return { done: costly.work(input) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error }
    throw error
  }
}
