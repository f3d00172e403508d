import { z } from 'zod'
import { type HereIAm, readingAct } from '../../ba/index.ts'
import { shownTopic, showTopic, showTopicById, topicsIn, topicsLeadingTo } from '../../knowledge/index.ts'
import { newestOn } from '../../ledger/index.ts'
import { type Figure, noFigure, together } from './figure.ts'
import { figuresOf } from './figure-rows.ts'
import { LAST, modes } from './topic-spiral.ts'
import { countRounds, countStuck, firstStuck, stuckAt, topicsTurnedMost } from './whole-rows.ts'
import { whorlsWith } from './whorl-rows.ts'

const lastAt = z.object({
  socialisation: z.string().nullable(),
  externalisation: z.string().nullable(),
  combination: z.string().nullable(),
  internalisation: z.string().nullable(),
})

/** How many topics are drawn, and how many conversions of each. */
const [DRAWN, OF_EACH] = [12, 30]

/** The whole: one sentence, one move, the picture of what turned most, the table. */
export const theWhole = readingAct({
  name: 'the-whole',
  says: 'Shows the whole space: where it is stuck, one move, and how far each topic has come round.',
  may: 'reader',
  heavy: 'quick',
  input: z.object({}),
  output: z.object({
    sentence: z.object({
      key: z.enum(['nothing-yet', ...stuckAt, 'round']),
      count: z.number(),
    }),
    move: z.object({ topic: shownTopic }).nullable(),
    topics: z.array(z.object({ topic: shownTopic, modes: lastAt, whorls: z.number() })),
    /** The last conversions of the topics that turned most: what is drawn. */
    conversions: z.array(
      z.object({ mode: z.enum(modes), at: z.string(), topic: z.string(), whorl: z.number().nullable() }),
    ),
  }),
  run: async (here) => {
    const areas = [...here.areas.keys()]
    const topics = await topicsIn(here.tx, here.space.id, areas)
    const figures = await figuresFor(
      here,
      topics.map(({ id }) => id),
    )
    return {
      ...(await whereStuck(here)),
      topics: topics.map((topic) => {
        const figure = figures.get(topic.id) ?? noFigure
        return { topic: showTopic(here, topic), modes: lastOfEach(figure), whorls: figure.whorls }
      }),
      conversions: await drawn(here),
    }
  },
})

/** Where most topics are stuck, and the one to begin with; else how many have gone round. */
async function whereStuck(here: HereIAm) {
  const { tx, space } = here
  const areas = [...here.areas.keys()]
  const counts = []
  for (const key of stuckAt) counts.push({ key, count: await countStuck(tx, space.id, areas, key) })
  const [stuck] = counts.sort((a, b) => b.count - a.count)
  const first = stuck?.count ? await firstStuck(tx, space.id, areas, stuck.key) : undefined
  if (stuck && first) return { sentence: stuck, move: { topic: await showTopicById(here, first) } }
  const rounds = await countRounds(tx, space.id, areas)
  return { sentence: { key: rounds ? ('round' as const) : ('nothing-yet' as const), count: rounds }, move: null }
}

/** The figures of topics over the areas that I may see. */
async function figuresFor({ tx, space, areas }: HereIAm, topics: readonly string[]): Promise<Map<string, Figure>> {
  const found = new Map<string, Figure>()
  for (let from = 0; from < topics.length; from += 512)
    for (const { topic_id, area_id, ...figure } of await figuresOf(tx, space.id, topics.slice(from, from + 512)))
      if (areas.has(area_id)) found.set(topic_id, together(found.get(topic_id) ?? noFigure, figure))
  return found
}

/** The last conversions of the topics that turned most, as they were recorded, each with the whorl it is in. */
async function drawn({ tx, space, areas }: HereIAm) {
  const conversions = []
  for (const topic of await topicsTurnedMost(tx, space.id, [...areas.keys()], DRAWN)) {
    const last = await newestOn(tx, space.id, await topicsLeadingTo(tx, space.id, topic), LAST, OF_EACH)
    const seen = last.filter(({ area_id }) => areas.has(area_id)).reverse()
    const parts = await whorlsWith(
      tx,
      space.id,
      seen.map(({ id }) => id),
    )
    const inWhorl = new Map(parts.filter((part) => part.topic_id === topic).map((part) => [part.conversion_id, part.n]))
    conversions.push(...seen.map(({ id, mode, at }) => ({ mode, at, topic, whorl: inWhorl.get(id) ?? null })))
  }
  return conversions
}

const lastOfEach = (figure: Figure): z.output<typeof lastAt> => ({
  socialisation: figure.socialisation_at,
  externalisation: figure.externalisation_at,
  combination: figure.combination_at,
  internalisation: figure.internalisation_at,
})
