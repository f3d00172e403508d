import type { Store, Tx } from '../store/index.ts'
import type { Bounds } from './bounds.ts'
import { type Growth, growthIn } from './growth.ts'
import { outOfBounds, tooManySpaces } from './out-of-bounds.ts'
import { addUsage, openWishes, spacesMadeBy, WHOLE } from './usage-rows.ts'

const KEPT = ['bytes', 'sources', 'topics'] as const
type Kept = Record<(typeof KEPT)[number], number>

/** What grew in one space: by person, and by anybody at all. */
interface Sums {
  kept: Map<string, Kept>
  wishers: Set<string>
}

/**
 * A store that adds what each transaction grew to the kept totals, as its last statements, and
 * refuses the transaction where a person's growth passes a bound. So two at once cannot both take
 * the last free place.
 */
export const countingStore = (store: Store, bounds: Bounds): Store => ({
  ...store,
  write: (work) =>
    store.write(async (tx) => {
      const done = await work(tx)
      const growth = growthIn(tx)
      if (growth.length > 0) await settle(tx, growth, bounds)
      return done
    }),
})

async function settle(tx: Tx, growth: readonly Growth[], bounds: Bounds): Promise<void> {
  for (const { spaces, person } of growth)
    if (spaces && person !== null) await refuseSpaces(tx, person, bounds.person.spaces)
  for (const [space, { kept, wishers }] of sumsOf(growth)) {
    const byPerson = kept.size > 1
    for (const [person, more] of kept) {
      if (KEPT.every((what) => more[what] === 0)) continue
      const now = await addUsage(tx, { space_id: space, person_id: person, ...more })
      // What follows from something by itself is counted, and never refused.
      if (byPerson) refusePassed(person, more, now, bounds)
    }
    for (const person of wishers) {
      const whose = person === WHOLE ? 'space' : 'person'
      const [open, most] = [await openWishes(tx, space, person), bounds[whose].jobs]
      if (open > most) throw outOfBounds({ whose, what: 'jobs', most, before: open - 1, more: 1 })
    }
  }
}

async function refuseSpaces(tx: Tx, person: string, most: number): Promise<void> {
  const made = await spacesMadeBy(tx, person)
  if (made > most) throw tooManySpaces(most)
}

function refusePassed(person: string, more: Kept, now: Kept, bounds: Bounds): void {
  const whose = person === WHOLE ? 'space' : 'person'
  for (const what of KEPT) {
    const most = bounds[whose][what]
    if (more[what] > 0 && now[what] > most)
      throw outOfBounds({ whose, what, most, before: now[what] - more[what], more: more[what] })
  }
}

function sumsOf(growth: readonly Growth[]): Map<string, Sums> {
  const spaces = new Map<string, Sums>()
  for (const { space, person, jobs = 0, bytes = 0, sources = 0, topics = 0 } of growth) {
    let sums = spaces.get(space)
    if (!sums) {
      sums = { kept: new Map(), wishers: new Set() }
      spaces.set(space, sums)
    }
    for (const whose of person === null ? [WHOLE] : [person, WHOLE]) {
      if (jobs > 0) sums.wishers.add(whose)
      const before = sums.kept.get(whose) ?? { bytes: 0, sources: 0, topics: 0 }
      sums.kept.set(whose, {
        bytes: before.bytes + bytes,
        sources: before.sources + sources,
        topics: before.topics + topics,
      })
    }
  }
  return spaces
}
