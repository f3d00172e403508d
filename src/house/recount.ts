import { recount as recountFigures } from '../spiral/index.ts'
import type { Store } from '../store/index.ts'
import { recountUsage } from './recount-usage.ts'

/** The parts of an open Whorl that a recount needs. */
interface Open {
  store: Store
  settle: () => Promise<void>
}

/**
 * Recounts the figures and whorls of every topic from the ledger, after all reactions have run, and
 * what each person and space keeps. Returns sentences with the result; `right` is whether nothing
 * differed.
 */
export async function recount({ store, settle }: Open, check: boolean): Promise<{ said: string; right: boolean }> {
  await settle()
  const figures = figuresSaid(await recountFigures(store, { check }), check)
  const usage = usageSaid(await recountUsage(store, check), check)
  return usage ? { said: `${figures.said}\n${usage.said}`, right: figures.right && usage.right } : figures
}

function figuresSaid({ topics, differ }: { topics: number; differ: string[] }, check: boolean) {
  if (differ.length === 0) return { said: `The figures of ${topics} topics are what the ledger counts.`, right: true }
  const what = `${differ.length} of ${topics} topics had figures that the ledger does not count`
  return check
    ? { said: `${what}: ${differ.join(', ')}. "npx whorl recount" counts them anew.`, right: false }
    : { said: `${what}; they were counted anew.`, right: true }
}

/** Nothing is said of totals that are right. */
function usageSaid(differ: number, check: boolean) {
  if (differ === 0) return undefined
  const what = `${differ} totals of what people and spaces keep were not what is there`
  return check
    ? { said: `${what}. "npx whorl recount" counts them anew.`, right: false }
    : { said: `${what}; they were counted anew.`, right: true }
}
