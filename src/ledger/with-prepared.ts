import {
  type Costly,
  type Need,
  type Outcome,
  outcomeOf,
  type Prepare,
  type Prepared,
  tooMany,
  Unprepared,
} from '../ba/index.ts'

/**
 * A needs list changes only with concurrent writes; more attempts than this do not happen by
 * chance.
 */
const MOST_TRIES = 12

/** Prepares in this thread, the default. */
const prepareHere: Prepare = async (need) => outcomeOf(need)

/** Does costly work for a job, outside any transaction; throws where it is refused. */
export async function prepareNow<I, O>(
  prepare: Prepare | undefined,
  costly: Costly<I, O>,
  input: I,
  person: string,
): Promise<O> {
  const outcome = await (prepare ?? prepareHere)({ costly, input }, person)
  if ('refused' in outcome) throw outcome.refused
  return outcome.done as O
}

const keyOf = ({ costly, input }: Need) => `${costly.name} ${JSON.stringify(input)}`

/**
 * Runs a transaction with prepared costly work: first the work known to be needed; if the attempt
 * needs more (such as a text changed meanwhile), that is prepared and the attempt repeated. `person`
 * says for whom, once an attempt has found out.
 */
export async function withPrepared<T>(
  { prepare, person }: { prepare: Prepare | undefined; person: () => string },
  first: readonly Need[],
  attempt: (prepared: Prepared) => Promise<T>,
): Promise<T> {
  const outcomes = new Map<string, Outcome>()
  let needs = first
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    for (const need of needs)
      if (!outcomes.has(keyOf(need))) outcomes.set(keyOf(need), await (prepare ?? prepareHere)(need, person()))
    try {
      return await attempt((costly, input) => resultOf(outcomes, { costly, input }) as never)
    } catch (error) {
      if (!(error instanceof Unprepared)) throw error
      needs = error.needs
    }
  }
  throw tooMany('Others keep changing this at the same moment.', 'Try again in a minute.')
}

function resultOf(outcomes: ReadonlyMap<string, Outcome>, need: Need): unknown {
  const outcome = outcomes.get(keyOf(need))
  if (!outcome) throw new Unprepared([need])
  if ('refused' in outcome) throw outcome.refused
  return outcome.done
}
