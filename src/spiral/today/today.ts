import { z } from 'zod'
import { type HereIAm, person, readingAct } from '../../ba/index.ts'
import { shownTopic, showTopicById, thanksTo } from '../../knowledge/index.ts'
import { nextByTheClock, thing, thingsToDo } from './things-to-do.ts'

const MOST = 3

/** The act `today`: at most three things, then a thank-you. */
export const today = readingAct({
  name: 'today',
  says: 'Shows at most three things that wait for you, and what you did that helped somebody.',
  may: 'reader',
  tool: 'of-all',
  heavy: 'quick',
  shows: [
    'topic',
    'question',
    'request',
    'claim',
    'source',
    'page',
    'evidence',
    'keeping',
    'difference',
    'release',
    'showing',
    'puzzle',
    'wondering',
    'story',
    'arrival',
    'exercise',
    'card',
    'doing',
    'dismissal',
    'scan',
    'inferred',
    'missing',
    'proposal',
    'conversion',
    'inference',
    'modelUse',
    'writing',
    'community',
    'member',
  ],
  input: z.object({}),
  output: z.object({
    things: z.array(thing).max(MOST),
    more: z.boolean(),
    thanks: z.object({ topic: shownTopic, person }).nullable(),
    /** When the next thing becomes due by time alone. */
    dueNext: z.string().nullable(),
  }),
  run: async (here) => {
    const things = await thingsToDo(here, MOST + 1)
    return {
      things: things.slice(0, MOST),
      more: things.length > MOST,
      thanks: await thanks(here),
      dueNext: await nextByTheClock(here),
    }
  },
})

async function thanks(here: HereIAm) {
  const { tx, space, me, areas } = here
  const row = await thanksTo(tx, space.id, me.id, [...areas.keys()])
  return row ? { topic: await showTopicById(here, row.topic_id), person: { id: row.person_id, name: row.name } } : null
}
