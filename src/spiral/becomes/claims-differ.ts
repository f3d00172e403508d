import type { Here } from '../../ba/index.ts'
import { claimsThatDiffer } from '../../combination/index.ts'
import { addDifference, claimsConfirmedIn, differenceChanged } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'
import { confirmedAmong } from './confirmed-among.ts'

/** The most claims of an area that are compared, latest confirmed first. */
const MOST = 2000

/**
 * Externalisation to externalisation: two claims that differ are told to both speakers at once,
 * before anybody else.
 */
export const claimsDiffer: Reaction = {
  name: 'claims-differ',
  on: ['claim'],
  run: async (here, { claim = [] }) => {
    const standing = (await confirmedAmong(here, claim)).filter(
      ({ confirmed_at, withdrawn_at }) => confirmed_at !== null && withdrawn_at === null,
    )
    for (const area of new Set(standing.map(({ area_id }) => area_id))) await compareIn(here, area)
  },
}

async function compareIn(here: Here, area: string): Promise<void> {
  const { tx, space, now, newId } = here
  for (const [one, other] of claimsThatDiffer(await claimsConfirmedIn(tx, space.id, area, MOST))) {
    const found = { space_id: space.id, id: newId(), area_id: area, one_claim: one.id, other_claim: other.id }
    const said = ({ voice }: typeof one) => ('document' in voice ? now : null)
    // A document cannot be asked when its claim holds.
    const row = { ...found, found_at: now, one_said_at: said(one), other_said_at: said(other) }
    // The same pair is found again each time.
    if ((await addDifference(tx, row)) === 0) continue
    await differenceChanged(here, row)
  }
}
