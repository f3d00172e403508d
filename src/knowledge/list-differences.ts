import { z } from 'zod'
import { readingAct } from '../ba/index.ts'
import { maySeeClaim, showClaim, shownClaim } from './claim.ts'
import { claimById } from './claim-rows.ts'
import { maySeeDifference, mySides, waits } from './difference.ts'
import { differencesOf } from './difference-rows.ts'
import { topicNamed, topicRef } from './topic.ts'

/** Where what people said about a topic differs: both sides with their circumstances, and nobody is right. */
export const listDifferences = readingAct({
  name: 'list-differences',
  says: 'Lists where what people said about a topic differs, both sides with when each holds.',
  may: 'reader',
  input: z.object({ topic: topicRef }),
  output: z.object({
    differences: z.array(
      z.object({
        id: z.string(),
        sides: z.array(shownClaim),
        /** Whether it waits for me to say when mine holds. */
        waits: z.boolean(),
      }),
    ),
  }),
  run: async (here, { topic: ref }) => {
    const { tx, space } = here
    const topic = await topicNamed(here, ref)
    const differences = []
    for (const row of await differencesOf(tx, space.id, topic.id)) {
      if (!here.areas.has(row.area_id) || !(await maySeeDifference(here, row))) continue
      const sides = []
      for (const id of [row.one_claim, row.other_claim]) {
        const claim = await claimById(tx, space.id, id)
        if (claim && maySeeClaim(here, claim)) sides.push(await showClaim(here, claim))
      }
      const waiting = (await mySides(here, row)).some((side) => waits(row, side))
      if (sides.length === 2) differences.push({ id: row.id, sides, waits: waiting })
    }
    return { differences }
  },
})
