import { z } from 'zod'
import { person } from '../../../ba/index.ts'
import { type Claim, claimById, differencesWaitingFor, shownTopic, showTopicById } from '../../../knowledge/index.ts'
import { thingKind } from './thing-kind.ts'

/** Where a line of mine and somebody else's differ, one at a time, until I have said when mine holds. */
export const linesThatDiffer = thingKind({
  shown: z.object({
    kind: z.literal('differ'),
    difference: z.string(),
    topic: shownTopic,
    statement: z.string(),
    holdsWhen: z.string().nullable(),
    saidAt: z.string(),
    other: z.object({
      person,
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
    const [mine, theirs] = one.speaker_id === me.id ? [one, other] : [other, one]
    const said = ({ statement, holds_when, confirmed_at, proposed_at }: Claim) => ({
      statement,
      holdsWhen: holds_when,
      saidAt: confirmed_at ?? proposed_at,
    })
    const person = { id: theirs.speaker_id, name: theirs.speakerName }
    const topic = await showTopicById(here, mine.topic_id)
    return [{ kind: 'differ' as const, difference: row.id, topic, ...said(mine), other: { person, ...said(theirs) } }]
  },
})
