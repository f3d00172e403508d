import { z } from 'zod'
import { absent, id, onlyFor, orAbsent, writingAct } from '../ba/index.ts'
import { proposalFor, settleProposal } from './proposal-rows.ts'

/** Declines a proposal of the caller's agent. */
export const declineProposal = writingAct({
  name: 'decline-proposal',
  says: 'Says no to what an agent of yours proposed; its words are forgotten.',
  may: 'reader',
  input: z.object({ proposal: id }),
  output: z.object({}),
  run: async (here, { proposal }) => {
    const { tx, space, me, now } = here
    orAbsent(await proposalFor(tx, space.id, me.id, proposal), 'proposal', 'proposal')
    if ((await settleProposal(tx, space.id, proposal, 'declined', now)) !== 1) throw absent('proposal', 'proposal')
    here.changed({ proposal }, onlyFor(me.id))
    return {}
  },
})
