import { z } from 'zod'
import { readingAct } from '../../ba/index.ts'
import { proposalsFor } from '../../ledger/index.ts'
import { shownProposal, showProposal } from './proposal.ts'

/** What my agents would do, and waits for me. */
export const listProposals = readingAct({
  name: 'list-proposals',
  says: 'Lists what your agents would do and waits for you; nobody else sees it.',
  may: 'reader',
  input: z.object({}),
  output: z.object({ proposals: z.array(shownProposal) }),
  run: async (here) => {
    const proposals = []
    for (const row of await proposalsFor(here.tx, here.space.id, here.me.id)) {
      proposals.push(await showProposal(here, row))
    }
    return { proposals }
  },
})
