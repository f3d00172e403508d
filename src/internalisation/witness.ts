import { z } from 'zod'
import { type HereIAm, id, orAbsent, unfit, writingAct } from '../ba/index.ts'
import { addEvidence, evidenceChanged, topicsNow } from '../knowledge/index.ts'
import { conversionsOf } from '../ledger/index.ts'
import { conversionsRemembered } from './card-rows.ts'
import { doingChanged } from './doing.ts'
import { type Doing, doingById, keepWitness } from './doing-rows.ts'

const HOUR = 3_600_000

/** The witness says whether they saw it. Seen, it is internalisation, and the only evidence that says "can do". */
export const witness = writingAct({
  name: 'witness',
  says: 'Says whether you saw somebody do what they say they did.',
  may: 'member',
  input: z.object({ doing: id, saw: z.boolean() }),
  output: z.object({}),
  run: async (here, { doing: doingId, saw }) => {
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
      conversion: saw ? await seenDoing(here, doing) : null,
    })
    doingChanged(here, doing)
    return {}
  },
})

async function seenDoing(here: HereIAm, doing: Doing): Promise<string> {
  const { tx, space, me, newId, converts } = here
  const at = `${doing.done_on}T00:00:00.000Z`
  const evidence = {
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
  }
  await addEvidence(tx, evidence)
  evidenceChanged(here, evidence)
  return converts({
    mode: 'internalisation',
    area: doing.area_id,
    from: doing.person_id,
    with: me.id,
    topics: [doing.topic_id],
    level: 'individual',
    causes: await whatLedToIt(here, doing),
    at,
  })
}

/**
 * What led to it: their being shown this topic, and the pages whose lines they had recalled. Reading leaves no trace,
 * and what came after that day (wherever on earth it was that day) led to nothing.
 */
async function whatLedToIt({ tx, space, areas }: HereIAm, doing: Doing): Promise<string[]> {
  const until = new Date(Date.parse(doing.done_on) + 36 * HOUR).toISOString()
  const now = await topicsNow(tx, space.id)
  const shown = (await conversionsOf(tx, space.id, [...areas.keys()]))
    .filter((one) => one.mode === 'socialisation' && one.with === doing.person_id)
    .filter((one) => one.topics.some((topic) => now(topic) === now(doing.topic_id)) && one.at < until)
    .map((one) => one.id)
  return [...shown, ...(await conversionsRemembered(tx, space.id, doing.person_id, doing.topic_id, until))]
}
