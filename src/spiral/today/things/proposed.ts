import { z } from 'zod'
import { proposalsFor } from '../../../ledger/index.ts'
import { shownProposal, showProposal } from '../proposal.ts'
import { thingKind } from './thing-kind.ts'

/** What an agent of mine would do, one at a time: however much it writes, it does not crowd out people. */
export const proposed = thingKind({
  shown: z.object({ kind: z.literal('proposed'), proposal: shownProposal }),
  find: async (here) => {
    const [first] = await proposalsFor(here.tx, here.space.id, here.me.id)
    return first ? [{ kind: 'proposed' as const, proposal: await showProposal(here, first) }] : []
  },
})
