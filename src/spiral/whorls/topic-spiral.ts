import { z } from 'zod'
import {
  byPage,
  type HereIAm,
  hows,
  type Mode,
  namesOfPeople,
  next,
  pageOfList,
  pageRows,
  person,
  personOf,
  readingAct,
} from '../../ba/index.ts'
import { type Topic, topicNamed, topicRef, topicsLeadingTo } from '../../knowledge/index.ts'
import { type Before, type Converted, causesOf, conversionsById, newestOn, partsOf } from '../../ledger/index.ts'
import { figuresOf } from './figure-rows.ts'
import { whoIsNamed } from './who-is-named.ts'
import { whorlsNumbered, whorlsWith } from './whorl-rows.ts'

/** The four modes, in the order of the spiral. */
export const modes = ['socialisation', 'externalisation', 'combination', 'internalisation'] as const satisfies Mode[]

/** The most people and causes listed for a conversion, and the most conversions for a whorl. */
const [PARTS, CAUSES, OF_WHORL] = [20, 100, 200]
/** The position after a topic's last conversion. */
export const LAST: Before = { seq: Number.MAX_SAFE_INTEGER, id: '' }

/**
 * The act `topic-spiral`: a topic's last conversions with their causes, and the whorls they belong
 * to.
 */
export const topicSpiral = readingAct({
  name: 'topic-spiral',
  says: "Shows a topic's conversions, the last ones first at hand, what caused each, and the whorls that they closed.",
  may: 'reader',
  shows: ['topic', 'conversion of topic'],
  input: z.object({ topic: topicRef, ...byPage }),
  output: z.object({
    /** In ledger order. */
    conversions: pageRows(
      z.object({
        id: z.string(),
        mode: z.enum(modes),
        at: z.string(),
        parts: z.array(z.object({ person, how: z.enum(hows) })).max(PARTS),
        causes: z.array(z.string()).max(CAUSES),
        whorl: z.number().nullable(),
        /** Whether the caller took part, and so may strike it. */
        mine: z.boolean(),
      }),
    ),
    whorls: pageRows(
      z.object({
        n: z.number(),
        closedAt: z.string(),
        conversions: z.array(z.string()).max(OF_WHORL),
        /** Whether it closed under the first rule, by which the same topic was a cause. */
        bySameTopic: z.boolean(),
      }),
    ),
    /** The number of whorls in all. */
    closed: z.number(),
    /** The position of earlier conversions. */
    next,
  }),
  run: async (here, { topic: ref, ...asked }) => {
    const { tx, space, areas } = here
    const topic = await topicNamed(here, ref)
    const topics = await topicsLeadingTo(tx, space.id, topic.id)
    const page = await pageOfList(asked, {
      from: [''] as [string],
      rows: async ([id], limit) => newestOn(tx, space.id, topics, await placeOf(here, id), limit),
      // The id alone, since a `seq` would reveal how much was recorded elsewhere.
      place: ({ id }) => [id],
      show: (one) => (areas.has(one.area_id) ? one : undefined),
    })
    return {
      ...(await shown(here, topic, topics, page.rows.reverse())),
      closed: (await figuresOf(tx, space.id, [topic.id]))
        .filter(({ area_id }) => areas.has(area_id))
        .reduce((sum, { whorls }) => sum + whorls, 0),
      next: page.next,
    }
  },
})

async function placeOf({ tx, space }: HereIAm, id: string): Promise<Before> {
  const [found] = id ? await conversionsById(tx, space.id, [id]) : []
  return found ? { seq: found.seq, id: found.id } : LAST
}

/** Converts a page of conversions to output, with their whorls. */
async function shown(here: HereIAm, topic: Topic, topics: string[], page: readonly Converted[]) {
  const { tx, space, me } = here
  const ids = page.map(({ id }) => id)
  const parts = await partsOf(tx, space.id, ids)
  const names = await namesOfPeople(
    tx,
    space.id,
    parts.map(({ person_id }) => person_id),
  )
  const named = await whoIsNamed(here, topics, page, parts)
  const there = new Set(ids)
  const causes = Map.groupBy(await causesOf(tx, space.id, ids), (row) => row.conversion_id)
  const own = Map.groupBy(parts, (row) => row.conversion_id)
  const inWhorl = new Map(
    (await whorlsWith(tx, space.id, ids))
      .filter((part) => part.topic_id === topic.id && here.areas.has(part.area_id))
      .map((part) => [part.conversion_id, part.n]),
  )
  return {
    conversions: page.map((one) => ({
      id: one.id,
      mode: one.mode,
      at: one.at,
      parts: (named(one) ? (own.get(one.id) ?? []) : [])
        .flatMap(({ person_id, how }) => {
          const whose = personOf(person_id, names.get(person_id))
          return whose ? [{ person: whose, how: how as (typeof hows)[number] }] : []
        })
        .slice(0, PARTS),
      causes: (causes.get(one.id) ?? [])
        .map(({ cause_id }) => cause_id)
        .filter((id) => there.has(id))
        .slice(0, CAUSES),
      whorl: inWhorl.get(one.id) ?? null,
      mine: (own.get(one.id) ?? []).some(({ person_id }) => person_id === me.id),
    })),
    whorls: await whorlsAmong(here, topic, [...inWhorl.values()]),
  }
}

/** The whorls in this range of numbers. */
async function whorlsAmong({ tx, space }: HereIAm, { id, area_id }: Topic, numbers: readonly number[]) {
  if (numbers.length === 0) return []
  const of = { space: space.id, area: area_id, topic: id }
  const found = await whorlsNumbered(tx, of, Math.min(...numbers), Math.max(...numbers))
  const wanted = new Set(numbers)
  return found
    .filter(({ n }) => wanted.has(n))
    .map(({ n, closedAt, conversions, rule }) => ({
      n,
      closedAt,
      conversions: conversions.slice(-OF_WHORL),
      bySameTopic: rule === 1,
    }))
}
