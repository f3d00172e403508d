import { z } from 'zod'
import { day, namesOfPeople, person, personOf, readingAct, todayOf } from '../ba/index.ts'
import { topicNamed, topicRef } from '../knowledge/index.ts'
import { partsOf } from '../ledger/index.ts'
import { helpedBefore } from './helped.ts'

/** The most things listed; nobody remembers more. */
const MOST = 50

/** Lists what may have helped the caller with a doing, for the choice in `did-it`. */
export const whatHelped = readingAct({
  name: 'what-helped',
  says: 'Lists what may have helped you do something on a topic: its page, what you were shown, lines you recalled.',
  may: 'member',
  shows: ['topic', 'page of topic', 'showing of topic', 'claim of topic', 'evidence of topic'],
  input: z.object({ topic: topicRef, on: day.optional() }),
  output: z.object({
    things: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(['page', 'showing', 'line']),
          by: person.nullable(),
          line: z.string().nullable(),
          at: z.string(),
        }),
      )
      .max(MOST),
  }),
  run: async (here, { topic: ref, on = todayOf(here) }) => {
    const topic = await topicNamed(here, ref)
    const things = await helpedBefore(here, { topic: topic.id, line: null, on })
    const parts = await partsOf(
      here.tx,
      here.space.id,
      things.map(({ id }) => id),
    )
    const names = await namesOfPeople(
      here.tx,
      here.space.id,
      parts.map(({ person_id }) => person_id),
    )
    const shower = (id: string) => parts.find((part) => part.conversion_id === id && part.how === 'showed')?.person_id
    return {
      things: things.slice(0, MOST).map(({ done: _, ...one }) => ({
        ...one,
        by: personOf(shower(one.id), names.get(shower(one.id) ?? '')),
      })),
    }
  },
})
