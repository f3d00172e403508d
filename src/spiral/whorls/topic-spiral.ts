import { z } from 'zod'
import { type HereIAm, hows, type Mode, namesOfPeople, person, personOf, readingAct, unfit } from '../../ba/index.ts'
import { type Topic, topicNamed, topicRef, topicsLeadingTo } from '../../knowledge/index.ts'
import { type Before, type Converted, causesOf, newestOn, partsOf } from '../../ledger/index.ts'
import { figuresOf } from './figure-rows.ts'
import { whoIsNamed } from './who-is-named.ts'
import { whorlsNumbered, whorlsWith } from './whorl-rows.ts'

/** The four modes, in the order of the spiral. */
export const modes = ['socialisation', 'externalisation', 'combination', 'internalisation'] as const satisfies Mode[]

const AT_ONCE = 100
/** The place behind a topic's last conversion. */
export const LAST: Before = { seq: Number.MAX_SAFE_INTEGER, id: '' }

/** A topic's rounds: its last conversions with what caused each, and the whorls that closed with them. */
export const topicSpiral = readingAct({
  name: 'topic-spiral',
  says: "Shows a topic's conversions, the last ones first at hand, what caused each, and the whorls that they closed.",
  may: 'reader',
  input: z.object({ topic: topicRef, after: z.string().max(200).optional() }),
  output: z.object({
    /** As they were recorded. */
    conversions: z.array(
      z.object({
        id: z.string(),
        mode: z.enum(modes),
        at: z.string(),
        parts: z.array(z.object({ person, how: z.enum(hows) })),
        causes: z.array(z.string()),
        whorl: z.number().nullable(),
        /** Whether I took part in it, and so may strike it. */
        mine: z.boolean(),
      }),
    ),
    whorls: z.array(
      z.object({
        n: z.number(),
        closedAt: z.string(),
        conversions: z.array(z.string()),
        /** Whether it closed when the same topic was enough for a cause. */
        bySameTopic: z.boolean(),
      }),
    ),
    /** How many whorls have closed in all. */
    closed: z.number(),
    /** What to send as `after` for the conversions before these; null where there are none. */
    next: z.string().nullable(),
  }),
  run: async (here, { topic: ref, after }) => {
    const { tx, space } = here
    const topic = await topicNamed(here, ref)
    const topics = await topicsLeadingTo(tx, space.id, topic.id)
    const before = after === undefined ? LAST : placeIn(after)
    const found = (await newestOn(tx, space.id, topics, before, AT_ONCE + 1)).filter((one) =>
      here.areas.has(one.area_id),
    )
    const page = found.slice(0, AT_ONCE).reverse()
    const [first] = page
    return {
      ...(await shown(here, topic, topics, page)),
      closed: (await figuresOf(tx, space.id, [topic.id]))
        .filter(({ area_id }) => here.areas.has(area_id))
        .reduce((sum, { whorls }) => sum + whorls, 0),
      next: first && found.length > AT_ONCE ? `${first.seq} ${first.id}` : null,
    }
  },
})

function placeIn(after: string): Before {
  const [, seq, id] = /^(\d{1,15}) (\S{1,100})$/u.exec(after) ?? []
  if (seq === undefined || id === undefined)
    throw unfit('after', 'It is no place in this list.', 'Send `next` as it came, or leave it out to begin.')
  return { seq: Number(seq), id }
}

/** A page of conversions as they are shown to me, with the whorls that they are in. */
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
      parts: (named(one) ? (own.get(one.id) ?? []) : []).flatMap(({ person_id, how }) => {
        const whose = personOf(person_id, names.get(person_id))
        return whose ? [{ person: whose, how: how as (typeof hows)[number] }] : []
      }),
      causes: (causes.get(one.id) ?? []).map(({ cause_id }) => cause_id).filter((id) => there.has(id)),
      whorl: inWhorl.get(one.id) ?? null,
      mine: (own.get(one.id) ?? []).some(({ person_id }) => person_id === me.id),
    })),
    whorls: await whorlsAmong(here, topic, [...inWhorl.values()]),
  }
}

/** The whorls of these numbers and between them. */
async function whorlsAmong({ tx, space }: HereIAm, { id, area_id }: Topic, numbers: readonly number[]) {
  if (numbers.length === 0) return []
  const of = { space: space.id, area: area_id, topic: id }
  const found = await whorlsNumbered(tx, of, Math.min(...numbers), Math.max(...numbers))
  const wanted = new Set(numbers)
  return found
    .filter(({ n }) => wanted.has(n))
    .map(({ n, closedAt, conversions, rule }) => ({ n, closedAt, conversions, bySameTopic: rule === 1 }))
}
