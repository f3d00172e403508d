import { type Need, type Outcome, outcomeOf, type Prepare, type Prepared, tooMany, Unprepared } from '../ba/index.ts'

/** What an attempt comes to changes only with what others write meanwhile: as often as this, nobody saves by chance. */
const MOST_TRIES = 12

/** In this thread, where no other is said. */
const prepareHere: Prepare = async (need) => outcomeOf(need)

const keyOf = ({ costly, input }: Need) => `${costly.name} ${JSON.stringify(input)}`

/**
 * Does work in a transaction that takes what is costly as prepared: first what it is known to need, then, where it came
 * to something else (a text that changed meanwhile, say), that too, and the work again from its beginning.
 */
export async function withPrepared<T>(
  prepare: Prepare | undefined,
  first: readonly Need[],
  attempt: (prepared: Prepared) => Promise<T>,
): Promise<T> {
  const outcomes = new Map<string, Outcome>()
  let needs = first
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    for (const need of needs)
      if (!outcomes.has(keyOf(need))) outcomes.set(keyOf(need), await (prepare ?? prepareHere)(need))
    try {
      return await attempt((costly, input) => taken(outcomes, { costly, input }) as never)
    } catch (error) {
      if (!(error instanceof Unprepared)) throw error
      needs = error.needs
    }
  }
  throw tooMany('Others keep changing this at the same moment.', 'Try again in a minute.')
}

function taken(outcomes: ReadonlyMap<string, Outcome>, need: Need): unknown {
  const outcome = outcomes.get(keyOf(need))
  if (!outcome) throw new Unprepared([need])
  if ('refused' in outcome) throw outcome.refused
  return outcome.done
}
