import { z } from 'zod'
import { byPage, type HereIAm, next, pageOfList, pageRows, readingAct } from '../../ba/index.ts'
import {
  shownTopic,
  showTopic,
  showTopicById,
  type Topic,
  topicsById,
  topicsFrom,
  topicsLeadingToEach,
} from '../../knowledge/index.ts'
import { newestOn } from '../../ledger/index.ts'
import { type Figure, noFigure, together } from './figure.ts'
import { figuresOf } from './figure-rows.ts'
import { LAST, modes } from './topic-spiral.ts'
import { countRounds, countStuck, figuresTurnedFrom, firstStuck, stuckAt, topicsTurnedMost } from './whole-rows.ts'
import { whorlsWith } from './whorl-rows.ts'

const lastAt = z.object({
  socialisation: z.string().nullable(),
  externalisation: z.string().nullable(),
  combination: z.string().nullable(),
  internalisation: z.string().nullable(),
})

/** The number of topics drawn, and of conversions for each. */
const [DRAWN, OF_EACH] = [12, 30]

/**
 * The act `the-whole`: one sentence, one move, the picture of the most active topics, the table.
 */
export const theWhole = readingAct({
  name: 'the-whole',
  says: 'Shows the whole space: where it is stuck, one move, and how far each topic has come round.',
  may: 'reader',
  tool: 'of-all',
  heavy: 'quick',
  shows: ['topic', 'conversion', 'page', 'question', 'claim', 'source', 'evidence', 'exercise', 'difference'],
  input: z.object(byPage),
  output: z.object({
    sentence: z.object({
      key: z.enum(['nothing-yet', ...stuckAt, 'round']),
      count: z.number(),
    }),
    move: z.object({ topic: shownTopic }).nullable(),
    /** Topics with most whorls first, then those without conversions, by title. */
    topics: pageRows(z.object({ topic: shownTopic, modes: lastAt, whorls: z.number() })),
    next,
    /** The last conversions of the topics with most whorls, for the picture. */
    conversions: z
      .array(z.object({ mode: z.enum(modes), at: z.string(), topic: z.string(), whorl: z.number().nullable() }))
      .max(DRAWN * OF_EACH),
  }),
  run: async (here, asked) => {
    const page = await pageOfList(asked, {
      from: [0, MOST, MOST, '', '~'] as At,
      rows: (after, limit) => topicsAfter(here, after, limit),
      place: ({ at }) => at,
      show: ({ at: [list], topic, figure = noFigure }) => {
        if (!topic || (list === 1 && figure !== noFigure)) return undefined
        return { topic: showTopic(here, topic), modes: lastOfEach(figure), whorls: figure.whorls }
      },
    })
    return { ...(await whereStuck(here)), topics: page.rows, next: page.next, conversions: await drawn(here) }
  },
})

const MOST = Number.MAX_SAFE_INTEGER
/**
 * A position in the list: first among topics with figures (whorls, entries, id), then among all
 * (title, id).
 */
type At = [list: number, whorls: number, entries: number, title: string, id: string]
/** A row of the list; without a topic if nothing is shown at that position. */
type Row = { at: At; topic: Topic | undefined; figure: Figure | undefined }

/**
 * Reads rows after a position: topics with figures, then all by title, of which those with figures
 * are skipped.
 */
async function topicsAfter(here: HereIAm, [list, whorls, entries, folded, id]: At, limit: number): Promise<Row[]> {
  const turned = list === 0 ? await turnedAfter(here, { whorls, entries, id }, limit) : []
  const from = list === 0 ? { folded: '', id: '' } : { folded, id }
  return [...turned, ...(turned.length < limit ? await titledAfter(here, from, limit - turned.length) : [])]
}

async function turnedAfter(here: HereIAm, from: { whorls: number; entries: number; id: string }, limit: number) {
  const { tx, space, areas } = here
  const rows = await figuresTurnedFrom(tx, space.id, [...areas.keys()], from, limit)
  const ids = [...new Set(rows.map(({ topic_id }) => topic_id))]
  const topics = new Map((await topicsById(tx, space.id, ids)).map((topic) => [topic.id, topic]))
  const figures = await figuresFor(here, ids)
  return rows.map(({ topic_id, area_id, whorls, entries }): Row => {
    const [topic, of] = [topics.get(topic_id), figures.get(topic_id)]
    // A merged topic is not shown; one with figures in several areas is shown at the position of
    // the last of these.
    const shown = topic && areas.has(topic.area_id) && of?.lastArea === area_id
    return { at: [0, whorls, entries, '', topic_id], topic: shown ? topic : undefined, figure: of?.figure }
  })
}

async function titledAfter(here: HereIAm, from: { folded: string; id: string }, limit: number) {
  const topics = await topicsFrom(here.tx, here.space.id, [...here.areas.keys()], from, limit)
  const figures = await figuresFor(
    here,
    topics.map(({ id }) => id),
  )
  return topics.map(
    (topic): Row => ({ at: [1, 0, 0, topic.folded, topic.id], topic, figure: figures.get(topic.id)?.figure }),
  )
}

/**
 * Finds where most topics are stuck and which one to begin with; otherwise counts topics with a
 * whorl.
 */
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

/** Sums the figures of topics over the visible areas, with the last of these areas. */
async function figuresFor({ tx, space, areas }: HereIAm, topics: readonly string[]) {
  const found = new Map<string, { figure: Figure; lastArea: string }>()
  for (let from = 0; from < topics.length; from += 512)
    for (const { topic_id, area_id, ...figure } of await figuresOf(tx, space.id, topics.slice(from, from + 512)))
      if (areas.has(area_id))
        found.set(topic_id, { figure: together(found.get(topic_id)?.figure ?? noFigure, figure), lastArea: area_id })
  return found
}

/** The last conversions of the topics with most whorls, in ledger order, each with its whorl. */
async function drawn({ tx, space, areas }: HereIAm) {
  const turned = await topicsTurnedMost(tx, space.id, [...areas.keys()], DRAWN)
  const last = []
  for (const [topic, topics] of await topicsLeadingToEach(tx, space.id, turned))
    for (const one of (await newestOn(tx, space.id, topics, LAST, OF_EACH)).reverse())
      if (areas.has(one.area_id)) last.push({ topic, ...one })
  const ids = [...new Set(last.map(({ id }) => id))]
  const parts = await whorlsWith(tx, space.id, ids)
  const inWhorl = new Map(parts.map((part) => [`${part.topic_id} ${part.conversion_id}`, part.n]))
  return last.map(({ id, mode, at, topic }) => ({ mode, at, topic, whorl: inWhorl.get(`${topic} ${id}`) ?? null }))
}

const lastOfEach = (figure: Figure): z.output<typeof lastAt> => ({
  socialisation: figure.socialisation_at,
  externalisation: figure.externalisation_at,
  combination: figure.combination_at,
  internalisation: figure.internalisation_at,
})
