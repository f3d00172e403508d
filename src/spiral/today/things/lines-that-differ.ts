import { z } from 'zod'
import {
  type Claim,
  claimById,
  differencesWaitingFor,
  mySides,
  shownTopic,
  shownVoice,
  showTopicById,
  waits,
} from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

/**
 * Two claims that differ, one the caller's, until the caller has said when theirs holds; one pair
 * at a time.
 */
export const linesThatDiffer = thingKind({
  shown: z.object({
    kind: z.literal('differ'),
    difference: z.string(),
    topic: shownTopic,
    statement: z.string(),
    holdsWhen: z.string().nullable(),
    saidAt: z.string(),
    other: z.object({
      voice: shownVoice,
      statement: z.string(),
      holdsWhen: z.string().nullable(),
      saidAt: z.string(),
    }),
  }),
  find: async (here) => {
    const { tx, space, me, areas } = here
    const waiting = (await differencesWaitingFor(tx, space.id, me.id)).filter(({ area_id }) => areas.has(area_id))
    const [row] = waiting
    if (!row) return []
    const [one, other] = [await claimById(tx, space.id, row.one_claim), await claimById(tx, space.id, row.other_claim)]
    if (!one || !other) return []
    const [side] = (await mySides(here, row)).filter((each) => waits(row, each))
    const [mine, theirs] = side === 'one' ? [one, other] : [other, one]
    const said = ({ statement, holds_when, confirmed_at, proposed_at }: Claim) => ({
      statement,
      holdsWhen: holds_when,
      saidAt: confirmed_at ?? proposed_at,
    })
    const topic = await showTopicById(here, mine.topic_id)
    return [
      {
        kind: 'differ' as const,
        difference: row.id,
        topic,
        ...said(mine),
        other: { voice: theirs.voice, ...said(theirs) },
      },
    ]
  },
})
