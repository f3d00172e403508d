import { recount as recountFigures } from '../spiral/index.ts'
import type { Store } from '../store/index.ts'

/** What a recount needs of a Whorl that is open. */
interface Open {
  store: Store
  settle: () => Promise<void>
}

/**
 * Counts the figures and whorls of every topic anew from the ledger, once all that was recorded has been followed, and
 * says in a sentence what came of it; `right` is whether everything was as it should be.
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
