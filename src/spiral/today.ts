import { z } from 'zod'
import { type HereIAm, person, readingAct } from '../ba/index.ts'
import { shownReason, shownTopic, showTopicById, thanksTo } from '../knowledge/index.ts'
import { thingsToDo } from './things-to-do.ts'

const MOST = 3
const question = z.object({ id: z.string(), words: z.string(), topic: shownTopic })

/** One thing for me, which can be done where it stands. */
export const thing = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('asked'),
    request: z.string(),
    question,
    from: person,
    because: shownReason.nullable(),
    askedAt: z.string(),
  }),
  z.object({
    kind: z.literal('shown'),
    showing: z.string(),
    topic: shownTopic,
    question: z.string(),
    other: person,
    iShow: z.boolean(),
  }),
  z.object({ kind: z.literal('check'), source: z.string(), topic: shownTopic, count: z.number(), first: z.string() }),
  z.object({
    kind: z.literal('witness'),
    doing: z.string(),
    topic: shownTopic,
    who: person,
    on: z.string(),
    words: z.string().nullable(),
  }),
  z.object({ kind: z.literal('answered'), question, by: person, source: z.string(), at: z.string() }),
  z.object({ kind: z.literal('recall'), topic: shownTopic, first: z.string(), prompt: z.string() }),
  z.object({ kind: z.literal('try'), topic: shownTopic, with: person.nullable() }),
])

/** At most three things, then a thank-you. Nothing to do is a fine answer. */
export const today = readingAct({
  name: 'today',
  says: 'Shows at most three things that wait for you, and what you did that helped somebody.',
  may: 'reader',
  input: z.object({}),
  output: z.object({
    things: z.array(thing),
    more: z.boolean(),
    thanks: z.object({ topic: shownTopic, person }).nullable(),
  }),
  run: async (here) => {
    const things = await thingsToDo(here, MOST + 1)
    return { things: things.slice(0, MOST), more: things.length > MOST, thanks: await thanks(here) }
  },
})

async function thanks(here: HereIAm) {
  const { tx, space, me, areas } = here
  const row = await thanksTo(tx, space.id, me.id, [...areas.keys()])
  return row ? { topic: await showTopicById(here, row.topic_id), person: { id: row.person_id, name: row.name } } : null
}
