import type { Here } from '../../ba/index.ts'
import { claimsThatDiffer } from '../../combination/index.ts'
import { addDifference, claimsConfirmedIn, differenceChanged } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'
import { confirmedAmong } from './confirmed-among.ts'

/** So many claims of an area are compared, those confirmed last. */
const MOST = 2000

/** Externalisation to externalisation: what two people said differs, and both are told at once, before anybody else. */
export const claimsDiffer: Reaction = {
  name: 'claims-differ',
  on: ['claim'],
  run: async (here, { claim = [] }) => {
    const standing = (await confirmedAmong(here, claim)).filter(({ withdrawn_at }) => withdrawn_at === null)
    for (const area of new Set(standing.map(({ area_id }) => area_id))) await compareIn(here, area)
  },
}

async function compareIn(here: Here, area: string): Promise<void> {
  const { tx, space, now, newId } = here
  for (const [one, other] of claimsThatDiffer(await claimsConfirmedIn(tx, space.id, area, MOST))) {
    const found = { space_id: space.id, id: newId(), area_id: area, one_claim: one.id, other_claim: other.id }
    const row = { ...found, found_at: now, one_said_at: null, other_said_at: null }
    // The same two are found again each time.
    if ((await addDifference(tx, row)) === 0) continue
    differenceChanged(here, { ...row, oneSpeaker: one.speaker_id, otherSpeaker: other.speaker_id })
  }
}
