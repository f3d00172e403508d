import type { DifferenceRow } from './difference-rows.ts'

/** Whether somebody may see that two claims differ: those who said them at once, others when both have said when theirs holds. */
export const maySeeDifference = (row: DifferenceRow, me: string): boolean =>
  row.oneSpeaker === me || row.otherSpeaker === me || (row.one_said_at !== null && row.other_said_at !== null)
