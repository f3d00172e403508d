import { bringExerciseInLine } from '../../internalisation/index.ts'
import type { Reaction } from '../../ledger/index.ts'

/**
 * Externalisation to internalisation: a confirmed claim gets an exercise; a corrected one is asked
 * again, a withdrawn one rests.
 */
export const claimsBecomeExercises: Reaction = {
  name: 'claims-become-exercises',
  on: ['claim'],
  run: async (here, { claim = [] }) => {
    for (const id of claim) await bringExerciseInLine(here, id)
  },
}
