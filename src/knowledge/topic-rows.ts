import { folded, grew } from '../ba/index.ts'
import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type NewTopic = Omit<Tables['topic'], 'folded'>
const topics = (db: Database) =>
  db
    .selectFrom('topic')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'topic.space_id').onRef('merged.topic_id', '=', 'topic.id'),
    )
    .select(['topic.id', 'topic.area_id', 'topic.slug', 'topic.title', 'topic.started_at', 'merged.leads_to'])

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  topics(db).where('topic.space_id', '=', $.space).where('topic.id', '=', $.id),
)

const bySlug = statement((db, $: Slots<{ space: string; area: string; slug: string }>) =>
  topics(db).where('topic.space_id', '=', $.space).where('topic.area_id', '=', $.area).where('topic.slug', '=', $.slug),
)

const byFormerSlug = statement((db, $: Slots<{ space: string; area: string; slug: string }>) =>
  topics(db)
    .innerJoin('former_name', (join) =>
      join.onRef('former_name.space_id', '=', 'topic.space_id').onRef('former_name.topic_id', '=', 'topic.id'),
    )
    .where('former_name.space_id', '=', $.space)
    .where('former_name.area_id', '=', $.area)
    .where('former_name.slug', '=', $.slug),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  topics(db)
    .leftJoin('page', (join) =>
      join.onRef('page.space_id', '=', 'topic.space_id').onRef('page.topic_id', '=', 'topic.id'),
    )
    .select('page.summary')
    .where('topic.space_id', '=', $.space)
    .where('topic.area_id', 'in', $.areas)
    .where('merged.leads_to', 'is', null)
    .orderBy('topic.title')
    .orderBy('topic.id'),
)

const withIds = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  topics(db)
    .where('topic.space_id', '=', $.space)
    .where('topic.id', 'in', $.ids)
    .where('merged.leads_to', 'is', null)
    .orderBy('topic.id'),
)

const add = statement((db, $: Slots<NewTopic & { folded: string }>) =>
  db.insertInto('topic').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    slug: $.slug,
    title: $.title,
    folded: $.folded,
    started_by: $.started_by,
    started_at: $.started_at,
  }),
)

/** The present topic of an id; for a merged topic, the one it leads to. */
export async function topicById(tx: Tx, space: string, id: string) {
  const found = await tx.first(byId, { space, id })
  return found?.leads_to ? tx.first(byId, { space, id: found.leads_to }) : found
}

/**
 * The topic at a present or former place (space, area, slug); for a merged topic, the one it leads
 * to.
 */
export async function topicBySlug(tx: Tx, space: string, area: string, slug: string) {
  const place = { space, area, slug }
  const found = (await tx.first(bySlug, place)) ?? (await tx.first(byFormerSlug, place))
  return found?.leads_to ? tx.first(byId, { space, id: found.leads_to }) : found
}

/** The topics in these areas by title, each with its page's summary if it has a page. */
export const topicsIn = (tx: Tx, space: string, areas: string[]) => tx.all(inAreas, { space, areas })

/** The unmerged topics among these ids. */
export const topicsById = (tx: Tx, space: string, ids: string[]) => tx.all(withIds, { space, ids })

/** Adds a topic. */
export async function addTopic(tx: Tx, row: NewTopic): Promise<void> {
  await tx.run(add, { ...row, folded: folded(row.title) })
  grew(tx, { space: row.space_id, person: row.started_by, topics: 1 })
}
