import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

const columns = ['id', 'area_id', 'slug', 'title', 'started_at'] as const

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('topic').select(columns).where('space_id', '=', $.space).where('id', '=', $.id),
)

const bySlug = statement((db, $: Slots<{ space: string; area: string; slug: string }>) =>
  db
    .selectFrom('topic')
    .select(columns)
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .where('slug', '=', $.slug),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('topic')
    .leftJoin('page', (join) =>
      join.onRef('page.space_id', '=', 'topic.space_id').onRef('page.topic_id', '=', 'topic.id'),
    )
    .select(['topic.id', 'topic.area_id', 'topic.slug', 'topic.title', 'topic.started_at', 'page.summary'])
    .where('topic.space_id', '=', $.space)
    .where('topic.area_id', 'in', $.areas)
    .orderBy('topic.title')
    .orderBy('topic.id'),
)

const withSlugs = statement((db, $: Slots<{ space: string; areas: string[]; slugs: string[] }>) =>
  db
    .selectFrom('topic')
    .select(columns)
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('slug', 'in', $.slugs),
)

const withIds = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  db.selectFrom('topic').select(columns).where('space_id', '=', $.space).where('id', 'in', $.ids).orderBy('id'),
)

const add = statement((db, $: Slots<Tables['topic']>) =>
  db.insertInto('topic').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    slug: $.slug,
    title: $.title,
    started_by: $.started_by,
    started_at: $.started_at,
  }),
)

/** A topic by its id. */
export const topicById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** A topic by its place: a space, an area in it, a slug in that. */
export const topicBySlug = (tx: Tx, space: string, area: string, slug: string) =>
  tx.first(bySlug, { space, area, slug })

/** The topics in these areas by title, each with its page's summary where it has a page. */
export const topicsIn = (tx: Tx, space: string, areas: string[]) => tx.all(inAreas, { space, areas })

/** The topics in these areas that have one of these slugs. */
export const topicsWithSlugs = (tx: Tx, space: string, areas: string[], slugs: string[]) =>
  tx.all(withSlugs, { space, areas, slugs })

/** The topics of these ids. */
export const topicsById = (tx: Tx, space: string, ids: string[]) => tx.all(withIds, { space, ids })

/** Keeps a new topic. */
export const addTopic = (tx: Tx, row: Tables['topic']) => tx.run(add, row)
