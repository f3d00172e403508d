import { type Here, inArea, onlyFor } from '../ba/index.ts'
import type { DifferenceRow } from './difference-rows.ts'

/** Whether somebody may see that two claims differ: those who said them at once, others when both have said when theirs holds. */
export const maySeeDifference = (row: DifferenceRow, me: string): boolean =>
  row.oneSpeaker === me || row.otherSpeaker === me || (row.one_said_at !== null && row.other_said_at !== null)

/** Says that a difference changed: to its two speakers, and to everybody there once both have said when theirs holds. */
export function differenceChanged(here: Here, row: Omit<DifferenceRow, 'found_at'>): void {
  const both = row.one_said_at !== null && row.other_said_at !== null
  for (const to of both ? [inArea(row.area_id)] : [onlyFor(row.oneSpeaker), onlyFor(row.otherSpeaker)])
    here.changed({ difference: row.id }, to)
}
