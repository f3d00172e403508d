import { z } from 'zod'
import { type Cause, type HereIAm, type How, id, orAbsent, text, unfit, writingAct } from '../ba/index.ts'
import { addEvidence, evidenceChanged, type Help, helps, type NewEvidence } from '../knowledge/index.ts'
import { agreedHelp } from './agreed-help.ts'
import { doingChanged } from './doing.ts'
import { type Doing, doingById, keepWitness } from './doing-rows.ts'

/**
 * Records the witness's answer: whether they saw it, and how it was. A confirmed doing is kept as
 * an event with its day.
 */
export const witness = writingAct({
  name: 'witness',
  says: 'Says whether you saw somebody do what they say they did, and how much help there was.',
  may: 'member',
  input: z.object({
    doing: id,
    saw: z.boolean(),
    help: z.enum(helps).optional(),
    /** Anything unusual; for the two alone. */
    unusual: text(1000).optional(),
  }),
  output: z.object({}),
  run: async (here, { doing: doingId, saw, help = null, unusual }) => {
    const { tx, space, me, areas, now } = here
    const found = await doingById(tx, space.id, doingId)
    const mine = found?.witness === me.id && areas.has(found.area_id) ? found : undefined
    const doing = orAbsent(mine, 'doing', 'thing for you to witness')
    if (doing.witnessed_at || doing.not_seen_at) throw unfit('doing', 'You have answered already.', 'Let it stand.')
    await keepWitness(tx, {
      space_id: space.id,
      id: doing.id,
      witnessed_at: saw ? now : null,
      not_seen_at: saw ? null : now,
      conversion: saw ? await seenDoing(here, doing, agreedHelp(doing.help as Help | null, help)) : null,
      help_seen: saw ? help : null,
      unusual_seen: saw ? (unusual?.trim() ?? null) : null,
    })
    doingChanged(here, doing)
    return {}
  },
})

async function seenDoing(here: HereIAm, doing: Doing, help: Help | null): Promise<string> {
  const { tx, space, me, newId, converts } = here
  const at = `${doing.done_on}T00:00:00.000Z`
  const evidence: NewEvidence = {
    space_id: space.id,
    id: newId(),
    area_id: doing.area_id,
    topic_id: doing.topic_id,
    person_id: doing.person_id,
    kind: 'did',
    with_person: me.id,
    at,
    // Released already: its doer reported it and named a witness.
    stands_at: doing.said_at,
    because: doing.id,
    about: doing.claim_id ? { kind: 'claim', id: doing.claim_id } : { kind: 'topic' },
    help,
  }
  await addEvidence(tx, evidence)
  evidenceChanged(here, evidence)
  const causes: Cause[] = doing.led_by ? (JSON.parse(doing.led_by) as Cause[]) : []
  const common = { area: doing.area_id, topics: [doing.topic_id], at, causes }
  const parts = (doer: How, seer: How) => [
    { person: doing.person_id, how: doer },
    { person: me.id, how: seer },
  ]
  // Somebody who only watched was shown it and has not done it.
  return help === 'watched'
    ? converts({ ...common, mode: 'socialisation', level: 'group', parts: parts('was-shown', 'showed') })
    : converts({ ...common, mode: 'internalisation', level: 'individual', parts: parts('did', 'witnessed') })
}
