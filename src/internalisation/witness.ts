import { z } from 'zod'
import { type Cause, type HereIAm, id, orAbsent, unfit, writingAct } from '../ba/index.ts'
import { addEvidence } from '../knowledge/index.ts'
import { type Doing, doingById, keepWitness } from './doing-rows.ts'

/** The witness says whether they saw it. Seen, it is internalisation, and the only evidence that says "can do". */
export const witness = writingAct({
  name: 'witness',
  says: 'Says whether you saw somebody do what they say they did.',
  may: 'member',
  input: z.object({ doing: id, saw: z.boolean() }),
  output: z.object({}),
  run: async (here, { doing: doingId, saw }) => {
    const { tx, space, me, areas, now, about } = here
    const found = await doingById(tx, space.id, doingId)
    const mine = found?.witness === me.id && areas.has(found.area_id) ? found : undefined
    const doing = orAbsent(mine, 'doing', 'thing for you to witness')
    if (doing.witnessed_at || doing.not_seen_at) throw unfit('doing', 'You have answered already.', 'Let it stand.')
    await keepWitness(tx, {
      space_id: space.id,
      id: doing.id,
      witnessed_at: saw ? now : null,
      not_seen_at: saw ? null : now,
      conversion: saw ? await seenDoing(here, doing) : null,
    })
    about({ topic: doing.topic_id, doing: doing.id })
    return {}
  },
})

async function seenDoing(here: HereIAm, doing: Doing): Promise<string> {
  const { tx, space, me, newId, converts } = here
  const at = `${doing.done_on}T00:00:00.000Z`
  await addEvidence(tx, {
    space_id: space.id,
    id: newId(),
    area_id: doing.area_id,
    topic_id: doing.topic_id,
    person_id: doing.person_id,
    kind: 'did',
    with_person: me.id,
    at,
    // They said it themselves, and named who saw it.
    stands_at: doing.said_at,
    because: doing.id,
  })
  return converts({
    mode: 'internalisation',
    area: doing.area_id,
    parts: [
      { person: doing.person_id, how: 'did' },
      { person: me.id, how: 'witnessed' },
    ],
    topics: [doing.topic_id],
    level: 'individual',
    causes: doing.led_by ? (JSON.parse(doing.led_by) as Cause[]) : [],
    at,
  })
}
