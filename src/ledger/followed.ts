import { type Change, type Changed, together } from '../ba/index.ts'
import type { Tx } from '../store/index.ts'
import { entriesAfter } from './journal-rows.ts'

/** What of a journal's entry is followed. */
export interface Followed {
  seq: number
  changed: Changed
}

/** So many entries are looked at at once. */
export const AT_ONCE = 1000
/** Entries that changed so many things are followed in one transaction. */
const MOST_TOGETHER = 1000

/** The next entries to look at after a place in a space's order. */
export const readEntries = async (tx: Tx, space: string, after: number): Promise<Followed[]> =>
  (await entriesAfter(tx, space, after, AT_ONCE)).map(readEntry)

/** Reads what an entry changed. */
export const readEntry = ({ seq, changed }: { seq: number; changed: string }): Followed => ({
  seq,
  changed: together(JSON.parse(changed) as Change[]),
})

/** What several entries changed, as one. */
export const changedIn = (entries: readonly Followed[]): Changed =>
  together(entries.map(({ changed }) => ({ nouns: changed, to: { topics: [] } })))

/** Entries in portions that one transaction takes, so that the writer is never held for long. */
export function portions(entries: readonly Followed[]): Followed[][] {
  const all: Followed[][] = []
  let size = MOST_TOGETHER
  for (const entry of entries) {
    if (size >= MOST_TOGETHER) all.push([])
    if (size >= MOST_TOGETHER) size = 0
    all.at(-1)?.push(entry)
    for (const ids of Object.values(entry.changed)) size += ids.length
  }
  return all
}
