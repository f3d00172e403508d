import { isDeepStrictEqual } from 'node:util'
import type { Store } from '../store/index.ts'
import { keepUsage, usageCounted, usageKept } from './usage-rows.ts'

/**
 * Recounts what each person and space keeps, from everything that is there; returns how many of
 * the kept totals differ. With `check` nothing is written.
 */
export const recountUsage = (store: Store, check: boolean): Promise<number> =>
  store.write(async (tx) => {
    const counted = await usageCounted(tx)
    const nothing = (row: (typeof counted)[number]) => row.bytes === 0 && row.sources === 0 && row.topics === 0
    const right = new Map(counted.filter((row) => !nothing(row)).map((row) => [keyOf(row), row]))
    const kept = new Map((await usageKept(tx)).map((row) => [keyOf(row), row]))
    const keys = new Set([...right.keys(), ...kept.keys()])
    const differ = [...keys].filter((key) => !isDeepStrictEqual(right.get(key), kept.get(key))).length
    if (differ > 0 && !check) await keepUsage(tx, counted)
    return differ
  })

const keyOf = ({ space_id, person_id }: { space_id: string; person_id: string }) => `${space_id} ${person_id}`
