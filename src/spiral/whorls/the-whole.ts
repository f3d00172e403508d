import { z } from 'zod'
import { readingAct } from '../../ba/index.ts'
import {
  claimsOfTopic,
  confirmedAnswersIn,
  questionsIn,
  shownTopic,
  showTopic,
  topicsIn,
  topicsNow,
} from '../../knowledge/index.ts'
import { type Converted, conversionsOf } from '../../ledger/index.ts'
import { modes } from './topic-spiral.ts'
import { whorlsOf } from './whorls.ts'

const lastAt = z.object({
  socialisation: z.string().nullable(),
  externalisation: z.string().nullable(),
  combination: z.string().nullable(),
  internalisation: z.string().nullable(),
})

/** The whole: one sentence, one move, the picture, the table. */
export const theWhole = readingAct({
  name: 'the-whole',
  says: 'Shows the whole space: where it is stuck, one move, and how far each topic has come round.',
  may: 'reader',
  heavy: 'quick',
  input: z.object({}),
  output: z.object({
    sentence: z.object({
      key: z.enum(['nothing-yet', 'words-not-tried', 'said-not-on-a-page', 'asked-not-answered', 'round']),
      count: z.number(),
    }),
    move: z.object({ topic: shownTopic }).nullable(),
    topics: z.array(z.object({ topic: shownTopic, modes: lastAt, whorls: z.number() })),
    conversions: z.array(
      z.object({ mode: z.enum(modes), at: z.string(), topic: z.string(), whorl: z.number().nullable() }),
    ),
  }),
  run: async (here) => {
    const { tx, space } = here
    const areas = [...here.areas.keys()]
    const topics = await topicsIn(tx, space.id, areas)
    const all = await conversionsOf(tx, space.id, areas)
    const answered = new Set((await confirmedAnswersIn(tx, space.id, areas)).map(({ question_id }) => question_id))
    const open = (await questionsIn(tx, space.id, areas)).filter(
      ({ id, shown_conversion }) => !answered.has(id) && shown_conversion === null,
    )
    const now = await topicsNow(tx, space.id)
    const byTopic = new Map<string, Converted[]>()
    for (const one of all)
      for (const topic of new Set(one.topics.map(now))) byTopic.set(topic, [...(byTopic.get(topic) ?? []), one])
    const rounds = topics.map((topic) => {
      const conversions = byTopic.get(topic.id) ?? []
      return { topic, conversions, whorls: whorlsOf(conversions) }
    })
    const has = (one: (typeof rounds)[number], mode: string) =>
      one.conversions.some((conversion) => conversion.mode === mode)
    // Only what somebody here said they do is worth trying; an imported page may be about anything.
    const untried = rounds.filter((one) => has(one, 'externalisation') && !has(one, 'internalisation'))
    const unwritten = []
    for (const one of rounds) {
      if (
        has(one, 'externalisation') &&
        !has(one, 'combination') &&
        (await claimsOfTopic(tx, space.id, one.topic.id)).length
      ) {
        unwritten.push(one)
      }
    }
    const unanswered = rounds.filter((one) => open.some(({ topic_id }) => now(topic_id) === one.topic.id))
    const stuck = [
      { key: 'asked-not-answered' as const, at: unanswered },
      { key: 'said-not-on-a-page' as const, at: unwritten },
      { key: 'words-not-tried' as const, at: untried },
    ].sort((a, b) => b.at.length - a.at.length)[0]
    const closed = rounds.filter((one) => one.whorls.length)
    const first = stuck?.at[0]
    return {
      sentence: first
        ? { key: stuck.key, count: stuck.at.length }
        : closed.length
          ? { key: 'round' as const, count: closed.length }
          : { key: 'nothing-yet' as const, count: 0 },
      move: first ? { topic: showTopic(here, first.topic) } : null,
      topics: rounds.map((one) => ({
        topic: showTopic(here, one.topic),
        modes: lastOfEach(one.conversions),
        whorls: one.whorls.length,
      })),
      conversions: rounds.flatMap((one) =>
        one.conversions.map(({ id, mode, at }) => ({
          mode,
          at,
          topic: one.topic.id,
          whorl: one.whorls.find((whorl) => whorl.conversions.includes(id))?.n ?? null,
        })),
      ),
    }
  },
})

function lastOfEach(conversions: readonly Converted[]): z.output<typeof lastAt> {
  const last = (mode: string) =>
    conversions
      .filter((one) => one.mode === mode)
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null
  const [socialisation, externalisation, combination, internalisation] = modes.map(last) as [
    string | null,
    string | null,
    string | null,
    string | null,
  ]
  return { socialisation, externalisation, combination, internalisation }
}
