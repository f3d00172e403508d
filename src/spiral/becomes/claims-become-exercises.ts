import { bringExerciseInLine } from '../../internalisation/index.ts'
import { claimsOfSource } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'

/** Externalisation to internalisation: what somebody confirmed can be recalled; corrected it is asked again, taken out it rests. */
export const claimsBecomeExercises: Reaction = {
  name: 'claims-become-exercises',
  on: ['confirm-claims', 'correct-claim', 'say-when', 'withdraw-claim', 'agree-to-release'],
  run: async (here, { source, claim }) => {
    const claims = source ? (await claimsOfSource(here.tx, here.space.id, source)).map(({ id }) => id) : []
    for (const id of claim ? [claim] : claims) await bringExerciseInLine(here, id)
  },
}
