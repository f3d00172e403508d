import { z } from 'zod'
import { byPage, type HereIAm, next, pageOfList, pageRows, readingAct, UPWARDS } from '../ba/index.ts'
import { maySeeClaim, showClaim, shownClaim } from './claim.ts'
import { claimById } from './claim-rows.ts'
import { maySeeDifference, mySides, waits } from './difference.ts'
import { type DifferenceRow, differencesFrom } from './difference-rows.ts'
import { topicNamed, topicRef } from './topic.ts'

/**
 * Lists where claims about a topic differ: both sides with their circumstances, without a verdict.
 */
export const listDifferences = readingAct({
  name: 'list-differences',
  says: 'Lists where what people said about a topic differs, both sides with when each holds.',
  may: 'reader',
  shows: ['topic', 'difference of topic', 'claim of topic'],
  input: z.object({ topic: topicRef, ...byPage }),
  output: z.object({
    differences: pageRows(
      z.object({
        id: z.string(),
        sides: z.array(shownClaim).max(2),
        /** Whether the caller still has to say when their claim holds. */
        waits: z.boolean(),
      }),
    ),
    next,
  }),
  run: async (here, { topic: ref, ...asked }) => {
    const { tx, space } = here
    const topic = await topicNamed(here, ref)
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: ([at, id], limit) => differencesFrom(tx, space.id, topic.id, { at, id }, limit),
      place: ({ found_at, id }) => [found_at, id],
      show: (row) => showDifference(here, row),
    })
    return { differences: page.rows, next: page.next }
  },
})

async function showDifference(here: HereIAm, row: DifferenceRow) {
  if (!here.areas.has(row.area_id) || !(await maySeeDifference(here, row))) return undefined
  const sides = []
  for (const id of [row.one_claim, row.other_claim]) {
    const claim = await claimById(here.tx, here.space.id, id)
    if (claim && maySeeClaim(here, claim)) sides.push(await showClaim(here, claim))
  }
  const waiting = (await mySides(here, row)).some((side) => waits(row, side))
  return sides.length === 2 ? { id: row.id, sides, waits: waiting } : undefined
}
