import type { HereIAm } from '../ba/index.ts'
import { byVoice, type Claim, letWaitAgain } from '../knowledge/index.ts'

/** After a correction: one of a group has put it right, and the group has not said yes to that, so it waits again. */
export const correctedTogether = ({ tx, space }: HereIAm, claim: Claim): Promise<unknown> =>
  byVoice<Promise<unknown>>(claim.voice, {
    person: async () => undefined,
    group: () => letWaitAgain(tx, space.id, claim.id),
    document: async () => undefined,
  })
