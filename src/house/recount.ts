import { recount as recountFigures } from '../spiral/index.ts'
import type { Store } from '../store/index.ts'

/** The parts of an open Whorl that a recount needs. */
interface Open {
  store: Store
  settle: () => Promise<void>
}

/**
 * Recounts the figures and whorls of every topic from the ledger, after all reactions have run.
 * Returns a sentence with the result; `right` is whether nothing differed.
 */
export async function recount({ store, settle }: Open, check: boolean): Promise<{ said: string; right: boolean }> {
  await settle()
  const { topics, differ } = await recountFigures(store, { check })
  if (differ.length === 0) return { said: `The figures of ${topics} topics are what the ledger counts.`, right: true }
  const what = `${differ.length} of ${topics} topics had figures that the ledger does not count`
  return check
    ? { said: `${what}: ${differ.join(', ')}. "npx whorl recount" counts them anew.`, right: false }
    : { said: `${what}; they were counted anew.`, right: true }
}
