import { bringExerciseInLine } from '../../internalisation/index.ts'
import type { Reaction } from '../../ledger/index.ts'

/** Externalisation to internalisation: what somebody confirmed can be recalled; corrected it is asked again, taken out it rests. */
export const claimsBecomeExercises: Reaction = {
  name: 'claims-become-exercises',
  on: ['claim'],
  run: async (here, { claim = [] }) => {
    for (const id of claim) await bringExerciseInLine(here, id)
  },
}
