import { z } from 'zod'
import { type HereIAm, id, readingAct, shownArea } from '../../ba/index.ts'
import { showTopicById } from '../../knowledge/index.ts'
import { findingsSeen } from './keep-inferred.ts'
import { stateOf, turnNamed } from './scan-named.ts'
import { type Turn, takeUpsOf } from './scan-rows.ts'
import { shownTurn, turned } from './scanned.ts'

/** What I brought, how far it is, and what was found. */
export const readTurn = readingAct({
  name: 'read-turn',
  says: 'Shows how far something that you brought has been turned, and what was found in it.',
  may: 'reader',
  input: z.object({ turn: id }),
  output: z.object({ turn: shownTurn }),
  run: async (here, { turn: ref }) => {
    const turn = await turnNamed(here, ref)
    const takenUp = []
    for (const { finding, topic_id, question_id } of await takeUpsOf(here.tx, here.space.id, turn.id))
      takenUp.push({ finding, topic: await showTopicById(here, topic_id), question: question_id })
    return {
      turn: {
        id: turn.id,
        name: turn.name,
        area: shownArea(here, turn.area_id).slug,
        state: stateOf(turn),
        progress: turn.progress,
        begunAt: turn.begun_at,
        turned: await outcome(here, turn),
        takenUp,
      },
    }
  },
})

async function outcome({ tx }: HereIAm, turn: Turn) {
  if (turn.turned === null) return null
  const whole = turned.parse(JSON.parse(turn.turned))
  return { ...whole, findings: await findingsSeen(tx, turn, whole) }
}
