import { z } from 'zod'
import { byPage, type HereIAm, id, next, pageOfList, readingAct, rowsAfter, shownArea } from '../../ba/index.ts'
import { showTopicById } from '../../knowledge/index.ts'
import { findingsSeen } from './keep-inferred.ts'
import { stateOf, turnNamed } from './scan-named.ts'
import { type Turn, takeUpsOf } from './scan-rows.ts'
import { shownTurn, showTurned, turned } from './scanned.ts'

/** What I brought, how far it is, and what was found. */
export const readTurn = readingAct({
  name: 'read-turn',
  says: 'Shows how far something that you brought has been turned, and what was found in it.',
  may: 'reader',
  input: z.object({ turn: id, ...byPage }),
  output: z.object({
    turn: shownTurn,
    /** Of what could not be read. */
    next,
  }),
  run: async (here, { turn: ref, ...asked }) => {
    const turn = await turnNamed(here, ref)
    const takenUp = []
    for (const { finding, topic_id, question_id } of await takeUpsOf(here.tx, here.space.id, turn.id))
      takenUp.push({ finding, topic: await showTopicById(here, topic_id), question: question_id })
    const { next, ...came } = await outcome(here, turn, asked)
    return {
      next,
      turn: {
        id: turn.id,
        name: turn.name,
        area: shownArea(here, turn.area_id).slug,
        state: stateOf(turn),
        progress: turn.progress,
        begunAt: turn.begun_at,
        ...came,
        takenUp,
      },
    }
  },
})

async function outcome({ tx }: HereIAm, turn: Turn, asked: { after?: string | undefined; most: number }) {
  if (turn.turned === null) return { turned: null, next: null }
  const whole = turned.parse(JSON.parse(turn.turned))
  const unread = whole.unread.map((one, n) => ({ one, n }))
  // What became of a turn never changes: the number of a row in it is a place that stays.
  const place = ({ n }: (typeof unread)[number]): [number] => [n]
  const rows = rowsAfter(unread, place)
  const page = await pageOfList(asked, { from: [-1] as [number], rows, place, show: ({ one }) => one })
  return { turned: showTurned(whole, await findingsSeen(tx, turn, whole), page.rows), next: page.next }
}
