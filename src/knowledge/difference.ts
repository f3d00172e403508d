import { type Here, type HereIAm, inArea, onlyFor } from '../ba/index.ts'
import { claimById } from './claim-rows.ts'
import type { DifferenceRow } from './difference-rows.ts'
import { answering, speaksFor } from './voice.ts'

/** The sides of a difference that the caller speaks for; both are possible in groups. */
export async function mySides(here: HereIAm, row: DifferenceRow): Promise<('one' | 'other')[]> {
  const sides: ('one' | 'other')[] = []
  for (const side of ['one', 'other'] as const) {
    const claim = await claimById(here.tx, here.space.id, row[`${side}_claim`])
    if (claim && (await speaksFor(here, claim.voice))) sides.push(side)
  }
  return sides
}

/** Whether a side has not said yet when its claim holds. */
export const waits = (row: DifferenceRow, side: 'one' | 'other') => row[`${side}_said_at`] === null

/**
 * Whether the caller may see a difference: its speakers at once, others when both sides have
 * answered.
 */
export const maySeeDifference = async (here: HereIAm, row: DifferenceRow): Promise<boolean> =>
  haveBothSaid(row) || (await mySides(here, row)).length > 0

const haveBothSaid = (row: Pick<DifferenceRow, 'one_said_at' | 'other_said_at'>) =>
  row.one_said_at !== null && row.other_said_at !== null

/**
 * Records a changed difference: for those who answer for its claims, and for everybody once both
 * sides have answered.
 */
export async function differenceChanged(here: Here, row: Omit<DifferenceRow, 'found_at'>): Promise<void> {
  if (haveBothSaid(row)) return here.changed({ difference: row.id }, inArea(row.area_id))
  for (const id of [row.one_claim, row.other_claim]) {
    const claim = await claimById(here.tx, here.space.id, id)
    const asked = claim ? await answering(here, claim.voice) : []
    for (const one of asked) here.changed({ difference: row.id }, onlyFor(one.id))
  }
}
