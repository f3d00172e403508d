import type { Conversion, How, Mode } from '../ba/index.ts'
import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type ConversionRow = Tables['conversion']

const keep = statement((db, $: Slots<ConversionRow>) =>
  db.insertInto('conversion').values({
    space_id: $.space_id,
    id: $.id,
    seq: $.seq,
    mode: $.mode,
    area_id: $.area_id,
    level: $.level,
    at: $.at,
    rule: $.rule,
  }),
)

const keepPart = statement((db, $: Slots<Tables['conversion_part']>) =>
  db
    .insertInto('conversion_part')
    .values({ space_id: $.space_id, conversion_id: $.conversion_id, person_id: $.person_id, how: $.how }),
)

const keepTopic = statement((db, $: Slots<Tables['conversion_topic']>) =>
  db
    .insertInto('conversion_topic')
    .values({ space_id: $.space_id, conversion_id: $.conversion_id, topic_id: $.topic_id, seq: $.seq })
    .onConflict((conflict) => conflict.columns(['space_id', 'conversion_id', 'topic_id']).doNothing()),
)

const keepCause = statement((db, $: Slots<Tables['conversion_cause']>) =>
  db
    .insertInto('conversion_cause')
    .values({ space_id: $.space_id, conversion_id: $.conversion_id, cause_id: $.cause_id, kind: $.kind }),
)

/** In a query: conversions with the time of their strike. */
const converted = (db: Database) =>
  db
    .selectFrom('conversion')
    .leftJoin('conversion_strike as struck', (join) =>
      join.onRef('struck.space_id', '=', 'conversion.space_id').onRef('struck.conversion_id', '=', 'conversion.id'),
    )
    .select(['conversion.id', 'conversion.seq', 'conversion.mode', 'conversion.area_id'])
    .select(['conversion.at', 'conversion.rule', 'struck.at as struckAt'])

// Without an order: with one, SQLite reads the whole space by `seq` to avoid sorting.
const byIds = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  converted(db).where('conversion.space_id', '=', $.space).where('conversion.id', 'in', $.ids),
)

const parts = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  db
    .selectFrom('conversion_part')
    .select(['conversion_id', 'person_id', 'how'])
    .where('space_id', '=', $.space)
    .where('conversion_id', 'in', $.ids)
    .orderBy('conversion_id')
    .orderBy('how')
    .orderBy('person_id'),
)

const causes = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  db
    .selectFrom('conversion_cause')
    .select(['conversion_id', 'cause_id', 'kind'])
    .where('space_id', '=', $.space)
    .where('conversion_id', 'in', $.ids)
    .orderBy('conversion_id')
    .orderBy('cause_id'),
)

const topics = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  db
    .selectFrom('conversion_topic')
    .select(['conversion_id', 'topic_id'])
    .where('space_id', '=', $.space)
    .where('conversion_id', 'in', $.ids)
    .orderBy('conversion_id')
    .orderBy('topic_id'),
)

const recorded = statement((db, $: Slots<{ space: string; after: number; upTo: number }>) =>
  converted(db)
    .where('conversion.space_id', '=', $.space)
    .where('conversion.seq', '>', $.after)
    .where('conversion.seq', '<=', $.upTo)
    .orderBy('conversion.seq')
    .orderBy('conversion.id'),
)

type OnTopics = { space: string; topics: string[]; upTo: number }
const onTopics = statement((db, $: Slots<OnTopics>) =>
  db
    .selectFrom('conversion_topic as about')
    .innerJoin('conversion', (join) =>
      join.onRef('conversion.space_id', '=', 'about.space_id').onRef('conversion.id', '=', 'about.conversion_id'),
    )
    .leftJoin('conversion_strike as struck', (join) =>
      join.onRef('struck.space_id', '=', 'about.space_id').onRef('struck.conversion_id', '=', 'about.conversion_id'),
    )
    .select(['conversion.id', 'conversion.seq', 'conversion.mode', 'conversion.area_id'])
    .select(['conversion.at', 'conversion.rule', 'struck.at as struckAt'])
    .where('about.space_id', '=', $.space)
    .where('about.topic_id', 'in', $.topics)
    .where('about.seq', '<=', $.upTo),
)

const causesOnTopics = statement((db, $: Slots<OnTopics>) =>
  db
    .selectFrom('conversion_topic as about')
    .innerJoin('conversion_cause as cause', (join) =>
      join.onRef('cause.space_id', '=', 'about.space_id').onRef('cause.conversion_id', '=', 'about.conversion_id'),
    )
    .select(['cause.conversion_id', 'cause.cause_id', 'cause.kind'])
    .where('about.space_id', '=', $.space)
    .where('about.topic_id', 'in', $.topics)
    .where('about.seq', '<=', $.upTo),
)

/** A position in a topic's list: before the conversion with this `seq` and id. */
export interface Before {
  seq: number
  id: string
}

const newest = statement((db, $: Slots<Before & { space: string; topic: string; most: number }>) =>
  db
    .selectFrom('conversion_topic as about')
    .innerJoin('conversion', (join) =>
      join.onRef('conversion.space_id', '=', 'about.space_id').onRef('conversion.id', '=', 'about.conversion_id'),
    )
    .leftJoin('conversion_strike as struck', (join) =>
      join.onRef('struck.space_id', '=', 'about.space_id').onRef('struck.conversion_id', '=', 'about.conversion_id'),
    )
    .select(['conversion.id', 'conversion.seq', 'conversion.mode', 'conversion.area_id'])
    .select(['conversion.at', 'conversion.rule', 'struck.at as struckAt'])
    .where('about.space_id', '=', $.space)
    .where('about.topic_id', '=', $.topic)
    .where('about.seq', '<=', $.seq)
    .where((eb) => eb.or([eb('about.seq', '<', $.seq), eb('about.conversion_id', '<', $.id)]))
    .where('struck.conversion_id', 'is', null)
    .orderBy('about.seq', 'desc')
    .orderBy('about.conversion_id', 'desc')
    .limit($.most),
)

const taken = statement(
  (db, $: Slots<{ space: string; person: string; how: string; topics: string[]; until: string }>) =>
    db
      .selectFrom('conversion_part as part')
      .innerJoin('conversion_topic as about', (join) =>
        join
          .onRef('about.space_id', '=', 'part.space_id')
          .onRef('about.conversion_id', '=', 'part.conversion_id')
          .on('about.topic_id', 'in', $.topics),
      )
      .innerJoin('conversion', (join) =>
        join.onRef('conversion.space_id', '=', 'part.space_id').onRef('conversion.id', '=', 'part.conversion_id'),
      )
      .leftJoin('conversion_strike as struck', (join) =>
        join.onRef('struck.space_id', '=', 'part.space_id').onRef('struck.conversion_id', '=', 'part.conversion_id'),
      )
      .select(['conversion.id', 'conversion.at', 'conversion.area_id'])
      .distinct()
      .where('part.space_id', '=', $.space)
      .where('part.person_id', '=', $.person)
      .where('part.how', '=', $.how)
      .where('conversion.at', '<', $.until)
      .where('struck.conversion_id', 'is', null)
      .orderBy('conversion.at', 'desc')
      .orderBy('conversion.id')
      .limit(10),
)

const lastIn = statement((db, $: Slots<{ space: string; topic: string; mode: string; until: string }>) =>
  db
    .selectFrom('conversion_topic as about')
    .innerJoin('conversion', (join) =>
      join.onRef('conversion.space_id', '=', 'about.space_id').onRef('conversion.id', '=', 'about.conversion_id'),
    )
    .leftJoin('conversion_strike as struck', (join) =>
      join.onRef('struck.space_id', '=', 'about.space_id').onRef('struck.conversion_id', '=', 'about.conversion_id'),
    )
    .select(['conversion.id', 'conversion.seq', 'conversion.at', 'conversion.area_id'])
    .where('about.space_id', '=', $.space)
    .where('about.topic_id', '=', $.topic)
    .where('conversion.mode', '=', $.mode)
    .where('conversion.at', '<', $.until)
    .where('struck.conversion_id', 'is', null)
    .orderBy('about.seq', 'desc')
    .orderBy('about.conversion_id', 'desc')
    .limit(1),
)

const strike = statement((db, $: Slots<Tables['conversion_strike']>) =>
  db.insertInto('conversion_strike').values({
    space_id: $.space_id,
    conversion_id: $.conversion_id,
    by_person: $.by_person,
    why: $.why,
    at: $.at,
  }),
)

type Rows = Pick<Conversion, 'parts' | 'topics' | 'causes'>

/** Adds a conversion with its rows; it is never changed or deleted. */
export async function keepConversion(tx: Tx, row: ConversionRow, { parts, topics, causes }: Rows): Promise<void> {
  await tx.run(keep, row)
  const own = { space_id: row.space_id, conversion_id: row.id }
  for (const { person, how } of parts) await tx.run(keepPart, { ...own, person_id: person, how })
  for (const topic of topics) await tx.run(keepTopic, { ...own, topic_id: topic, seq: row.seq })
  for (const { of, kind } of causes) await tx.run(keepCause, { ...own, cause_id: of, kind })
}

/** A stored conversion without its rows; `struckAt` is the time of its strike. */
export interface Converted {
  id: string
  seq: number
  mode: Mode
  area_id: string
  at: string
  rule: number
  struckAt: string | null
}

const MOST_IDS = 512

/** Queries many ids in batches, since engines limit the parameters of a statement. */
async function byMany<T>(ids: readonly string[], ask: (some: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  for (let from = 0; from < ids.length; from += MOST_IDS) found.push(...(await ask(ids.slice(from, from + MOST_IDS))))
  return found
}

/** The conversions of these ids, in no order. */
export const conversionsById = (tx: Tx, space: string, ids: readonly string[]): Promise<Converted[]> =>
  byMany(ids, async (some) => (await tx.all(byIds, { space, ids: some })) as Converted[])

/** The people of these conversions and their roles. */
export const partsOf = (tx: Tx, space: string, ids: readonly string[]) =>
  byMany(ids, (some) => tx.all(parts, { space, ids: some }))

/** The causes of these conversions. */
export const causesOf = (tx: Tx, space: string, ids: readonly string[]) =>
  byMany(ids, (some) => tx.all(causes, { space, ids: some }))

/** The topics of these conversions, as named at the time. */
export const topicsOf = (tx: Tx, space: string, ids: readonly string[]) =>
  byMany(ids, (some) => tx.all(topics, { space, ids: some }))

/** The conversions in a range of the space's order, as recorded. */
export const recordedBetween = async (tx: Tx, space: string, after: number, upTo: number): Promise<Converted[]> =>
  (await tx.all(recorded, { space, after, upTo })) as Converted[]

/**
 * Every conversion about these topics up to a position in the space's order, each once, in no
 * order.
 */
export async function conversionsOn(tx: Tx, space: string, topics: string[], upTo: number): Promise<Converted[]> {
  const rows = (await tx.all(onTopics, { space, topics, upTo })) as Converted[]
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/** The causes of conversions about these topics, up to a position in the space's order. */
export const causesOn = (tx: Tx, space: string, topics: string[], upTo: number) =>
  tx.all(causesOnTopics, { space, topics, upTo })

/**
 * The conversions about these topics that were recorded last before a place, newest first, without those that were
 * struck. Each topic is asked for by itself, so that its index gives the order.
 */
export async function newestOn(
  tx: Tx,
  space: string,
  topics: readonly string[],
  before: Before,
  most: number,
): Promise<Converted[]> {
  const found = new Map<string, Converted>()
  for (const topic of topics)
    for (const row of await tx.all(newest, { space, topic, ...before, most })) found.set(row.id, row as Converted)
  return [...found.values()].sort(byPlace).reverse().slice(0, most)
}

/** The ten latest conversions about these topics before a time in which a person had a role. */
export const takenPartIn = (tx: Tx, space: string, of: { person: string; how: How; topics: string[]; until: string }) =>
  tx.all(taken, { space, ...of })

/** The last recorded conversion of a mode about one of these topics before a time. */
export async function lastOn(tx: Tx, space: string, of: { topics: readonly string[]; mode: Mode; until?: string }) {
  const found = []
  for (const topic of of.topics)
    found.push(...(await tx.all(lastIn, { space, topic, mode: of.mode, until: of.until ?? '9999' })))
  return found.sort((a, b) => b.seq - a.seq)[0]
}

/** Orders conversions as recorded. */
export const byPlace = (a: Converted, b: Converted) => a.seq - b.seq || (a.id < b.id ? -1 : 1)

/** Adds another topic to an existing conversion. */
export const alsoAbout = (tx: Tx, row: Tables['conversion_topic']) => tx.run(keepTopic, row)

/** Strikes a conversion: adds a row with the person, the reason and the time. */
export const keepStrike = (tx: Tx, row: Tables['conversion_strike']) => tx.run(strike, row)
