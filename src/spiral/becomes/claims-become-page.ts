import { wishCompile } from '../../combination/index.ts'
import type { Reaction } from '../../ledger/index.ts'

/** Externalisation to combination: what somebody confirmed, corrected or took out changes the topic's page. */
export const claimsBecomePage: Reaction = {
  name: 'claims-become-page',
  on: ['confirm-claims', 'correct-claim', 'say-when', 'withdraw-claim', 'agree-to-release'],
  run: async (here, { topic }) => {
    if (topic) await wishCompile(here, topic)
  },
}
