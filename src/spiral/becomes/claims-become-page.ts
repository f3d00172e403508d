import { wishCompile } from '../../combination/index.ts'
import type { Reaction } from '../../ledger/index.ts'
import { confirmedAmong } from './confirmed-among.ts'

/**
 * Externalisation to combination: a confirmed, corrected or withdrawn claim wishes a compile of its
 * topic's page.
 */
export const claimsBecomePage: Reaction = {
  name: 'claims-become-page',
  on: ['claim'],
  run: async (here, { claim = [] }) => {
    const confirmed = await confirmedAmong(here, claim)
    for (const topic of new Set(confirmed.map(({ topic_id }) => topic_id))) await wishCompile(here, topic)
  },
}
