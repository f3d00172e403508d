import { sql } from 'kysely'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type MergedRow = Tables['merged']

/**
 * In a query: a topic and all topics merged with it. Rows keep their topic when topics are merged,
 * so queries by topic use this.
 */
export const sameTopic = ($: { space: string; topic: string }) =>
  sql<string>`(
    select coalesce((select leads_to from merged where space_id = ${$.space} and topic_id = ${$.topic}), ${$.topic})
    union all select topic_id from merged where space_id = ${$.space} and leads_to =
      coalesce((select leads_to from merged where space_id = ${$.space} and topic_id = ${$.topic}), ${$.topic}))`

/** In a query: the present topic of a row of evidence. */
export const topicNow = (table: 'evidence' | 'mine') =>
  sql<string>`coalesce((select led.leads_to from merged as led where led.space_id = ${sql.ref(`${table}.space_id`)}
    and led.topic_id = ${sql.ref(`${table}.topic_id`)}), ${sql.ref(`${table}.topic_id`)})`

const all = statement((db, $: Slots<{ space: string }>) =>
  db.selectFrom('merged').select(['topic_id', 'leads_to']).where('space_id', '=', $.space),
)

const of = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.selectFrom('merged').selectAll().where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

const some = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  db
    .selectFrom('merged')
    .select(['topic_id', 'leads_to'])
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', $.topics),
)

const leading = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.selectFrom('merged').select('topic_id').where('space_id', '=', $.space).where('leads_to', '=', $.topic),
)

const leadingToSome = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  db
    .selectFrom('merged')
    .select(['topic_id', 'leads_to'])
    .where('space_id', '=', $.space)
    .where('leads_to', 'in', $.topics),
)

const to = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('merged')
    .innerJoin('topic', (join) =>
      join.onRef('topic.space_id', '=', 'merged.space_id').onRef('topic.id', '=', 'merged.topic_id'),
    )
    .innerJoin('person', 'person.id', 'merged.by_person')
    .select(['merged.topic_id', 'merged.into_id', 'merged.at', 'merged.by_person', 'person.name as byName'])
    .select(['topic.title', 'topic.slug'])
    .where('merged.space_id', '=', $.space)
    .where('merged.leads_to', '=', $.topic)
    .orderBy('merged.at', 'desc')
    .orderBy('merged.topic_id'),
)

const add = statement((db, $: Slots<MergedRow>) =>
  db.insertInto('merged').values({
    space_id: $.space_id,
    topic_id: $.topic_id,
    into_id: $.into_id,
    leads_to: $.leads_to,
    by_person: $.by_person,
    at: $.at,
    page_before: $.page_before,
    base_before: $.base_before,
    page_joined: $.page_joined,
  }),
)

const lead = statement((db, $: Slots<{ space: string; topics: string[]; to: string }>) =>
  db.updateTable('merged').set({ leads_to: $.to }).where('space_id', '=', $.space).where('topic_id', 'in', $.topics),
)

const drop = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.deleteFrom('merged').where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

/**
 * Returns a function from each topic id of a space to the topic it now leads to: itself if not
 * merged.
 */
export async function topicsNow(tx: Tx, space: string): Promise<(topic: string) => string> {
  const led = new Map((await tx.all(all, { space })).map(({ topic_id, leads_to }) => [topic_id, leads_to]))
  return (topic) => led.get(topic) ?? topic
}

/** The same for some topics. */
export async function topicsLedTo(tx: Tx, space: string, topics: string[]): Promise<(topic: string) => string> {
  const led = new Map<string, string>()
  for (let from = 0; from < topics.length; from += 512)
    for (const row of await tx.all(some, { space, topics: topics.slice(from, from + 512) }))
      led.set(row.topic_id, row.leads_to)
  return (topic) => led.get(topic) ?? topic
}

/** The topic that a topic now leads to, followed by all that lead there. */
export async function topicsLeadingTo(tx: Tx, space: string, topic: string): Promise<string[]> {
  const now = (await topicsLedTo(tx, space, [topic]))(topic)
  return [now, ...(await tx.all(leading, { space, topic: now })).map(({ topic_id }) => topic_id).sort()]
}

/** For each of these unmerged topics, itself followed by all that lead to it. */
export async function topicsLeadingToEach(tx: Tx, space: string, topics: string[]): Promise<Map<string, string[]>> {
  const led = topics.length > 0 ? await tx.all(leadingToSome, { space, topics }) : []
  const each = new Map(topics.map((topic) => [topic, [topic]]))
  for (const { topic_id, leads_to } of led) each.get(leads_to)?.push(topic_id)
  return each
}

/** The merge of a topic into another, or undefined. */
export const mergedOf = (tx: Tx, space: string, topic: string) => tx.first(of, { space, topic })

/** The topics merged into this one, latest first. */
export const mergedInto = (tx: Tx, space: string, topic: string) => tx.all(to, { space, topic })

/** Makes a topic, and all that lead to it, lead to another. */
export async function addMerged(tx: Tx, row: MergedRow): Promise<void> {
  const before = await mergedInto(tx, row.space_id, row.topic_id)
  await tx.run(add, row)
  await leadTo(
    tx,
    row.space_id,
    before.map(({ topic_id }) => topic_id),
    row.leads_to,
  )
}

/** Undoes a merge: the topic stands alone again, with all that had led to it. */
export async function dropMerged(tx: Tx, space: string, topic: string, from: string): Promise<void> {
  const there = await mergedInto(tx, space, from)
  const back: string[] = []
  for (const open = [topic]; open.length > 0; ) {
    const id = open.pop()
    const came = there.filter(({ into_id }) => into_id === id).map(({ topic_id }) => topic_id)
    back.push(...came)
    open.push(...came)
  }
  await tx.run(drop, { space, topic })
  await leadTo(tx, space, back, topic)
}

const leadTo = async (tx: Tx, space: string, topics: string[], to: string) => {
  if (topics.length > 0) await tx.run(lead, { space, topics, to })
}
