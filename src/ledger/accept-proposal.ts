import { z } from 'zod'
import { type Act, absent, id, inPresentWords, notYours, onlyFor, orAbsent, reaches, writingAct } from '../ba/index.ts'
import { recordAs } from './entry.ts'
import { fitInput } from './fit-input.ts'
import { proposalFor, settleProposal } from './proposal-rows.ts'
import { openToAgents } from './propose.ts'

/**
 * Makes the act that performs a proposal of the caller's agent, given the acts that may be
 * proposed.
 */
export const accepting = (acts: readonly Act[]) =>
  writingAct({
    name: 'accept-proposal',
    says: 'Does what an agent of yours proposed, as you and in your name.',
    may: 'reader',
    input: z.object({ proposal: id }),
    // The output of that act, with its own bounds.
    output: z.object({ act: z.string(), outcome: z.record(z.string(), z.unknown()).meta({ maxProperties: 20 }) }),
    run: async (here, { proposal }) => {
      const { tx, space, me, now } = here
      const found = orAbsent(await proposalFor(tx, space.id, me.id, proposal), 'proposal', 'proposal')
      const act = openToAgents(acts, found.act)
      if (!reaches(me.role, act.may)) throw notYours('Your role here has changed.', 'Ask an owner of this space.')
      const input = fitInput(act, inPresentWords(act, found.act, JSON.parse(found.input)))
      if ((await settleProposal(tx, space.id, proposal, 'accepted', now)) !== 1) throw absent('proposal', 'proposal')
      here.changed({ proposal }, onlyFor(me.id))
      // It gets a journal entry of its own, with the door it came through, so that reactions follow
      // it as usual.
      const outcome = await recordAs(here, { act: act.name, by: me.id, door: 'mcp', now }, (inner) =>
        act.run({ ...here, ...inner }, input),
      )
      return { act: act.name, outcome }
    },
  })
