import type { HereIAm } from '../ba/index.ts'
import { byVoice, type Claim, letWaitAgain } from '../knowledge/index.ts'

/** After a correction by a member, a group's line waits for the group's assent again. */
export const correctedTogether = ({ tx, space }: HereIAm, claim: Claim): Promise<unknown> =>
  byVoice<Promise<unknown>>(claim.voice, {
    person: async () => undefined,
    group: () => letWaitAgain(tx, space.id, claim.id),
    document: async () => undefined,
  })
