import { z } from 'zod'
import {
  type Act,
  absent,
  actNamed,
  inPresentWords,
  line,
  notYours,
  onlyFor,
  Refusal,
  reaches,
  unfit,
  writingAct,
} from '../ba/index.ts'
import { fitInput } from './fit-input.ts'
import { addProposal, proposalsFor } from './proposal-rows.ts'

const MOST = 50
const MOST_CHARACTERS = 1_000_000

/**
 * Makes the act that stores an agent's proposal until its person decides, given the acts that may
 * be proposed.
 */
export const proposing = (acts: readonly Act[]) =>
  writingAct({
    name: 'propose',
    says: 'Keeps what an agent of yours would do until you say: do it, or no. Only you see it.',
    may: 'reader',
    input: z.object({ act: line(60), input: z.record(z.string(), z.unknown()), agent: line(60) }),
    output: z.object({ proposal: z.string(), waitsFor: z.string() }),
    run: async (here, { act: named, input: given, agent }) => {
      const { tx, space, me, now, newId } = here
      const act = openToAgents(acts, named)
      const { name } = act
      const input = inPresentWords(act, named, given)
      if (!reaches(me.role, act.may)) {
        throw notYours(`Only ${act.may === 'owner' ? 'an owner' : `a ${act.may}`} may do this.`, 'Leave it to them.')
      }
      fitInput(act, input)
      const said = JSON.stringify(input)
      if (said.length > MOST_CHARACTERS) throw unfit('input', 'It is too much for a person to look at.', 'Send less.')
      const waiting = await proposalsFor(tx, space.id, me.id)
      // A repeated proposal is stored once.
      const again = waiting.find((one) => one.act === name && one.agent === agent && one.input === said)
      if (again) return { proposal: again.id, waitsFor: me.name }
      if (waiting.length >= MOST) throw tooMany(me.name)
      const proposal = newId()
      const row = { space_id: space.id, id: proposal, person_id: me.id, agent, act: name, input: said, made_at: now }
      await addProposal(tx, row)
      here.changed({ proposal }, onlyFor(me.id))
      return { proposal, waitsFor: me.name }
    },
  })

/** Finds an act that an agent may propose: one that writes in a space and returns no secret. */
export function openToAgents(acts: readonly Act[], name: string): Act {
  const act = actNamed(acts, name)
  if (!act || act.reads || act.secret || act.scope === 'house') throw absent('act', 'act')
  return act
}

const tooMany = (name: string) =>
  new Refusal('too-many', {
    problem: `${MOST} things wait for ${name} already.`,
    remedy: `Let ${name} look at them first.`,
  })
