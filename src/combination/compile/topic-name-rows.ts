import { type Database, type Slots, statement, type Tx } from '../../store/index.ts'

const names = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('topic')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'topic.space_id').onRef('merged.topic_id', '=', 'topic.id'),
    )
    .select(['topic.id', 'topic.area_id', 'topic.slug', 'topic.title'])
    .where('topic.space_id', '=', $.space)
    .where('topic.area_id', 'in', $.areas)
    .where('merged.leads_to', 'is', null)
    .orderBy('topic.id'),
)

const topicAreas = statement((db, $: Slots<{ space: string }>) =>
  db.selectFrom('topic').select('area_id').distinct().where('space_id', '=', $.space),
)

type InAreas = Slots<{ space: string; areas: string[] }>

const byAlias = (db: Database, $: InAreas) =>
  db
    .selectFrom('topic_name')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'topic_name.space_id').onRef('merged.topic_id', '=', 'topic_name.topic_id'),
    )
    .select((eb) => [eb.fn.coalesce('merged.leads_to', 'topic_name.topic_id').as('topic'), 'topic_name.name'])
    .where('topic_name.space_id', '=', $.space)
    .where('topic_name.area_id', 'in', $.areas)
    .where('topic_name.kind', '=', 'alias')

const byFormerName = (db: Database, $: InAreas) =>
  db
    .selectFrom('former_name')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'former_name.space_id').onRef('merged.topic_id', '=', 'former_name.topic_id'),
    )
    .select((eb) => [
      eb.fn.coalesce('merged.leads_to', 'former_name.topic_id').as('topic'),
      'former_name.title as name',
    ])
    .where('former_name.space_id', '=', $.space)
    .where('former_name.area_id', 'in', $.areas)

const byMerged = (db: Database, $: InAreas) =>
  db
    .selectFrom('merged')
    .innerJoin('topic', (join) =>
      join.onRef('topic.space_id', '=', 'merged.space_id').onRef('topic.id', '=', 'merged.topic_id'),
    )
    .select(['merged.leads_to as topic', 'topic.title as name'])
    .where('merged.space_id', '=', $.space)
    .where('topic.area_id', 'in', $.areas)

const others = statement((db, $: InAreas) =>
  byAlias(db, $).union(byFormerName(db, $)).union(byMerged(db, $)).orderBy('topic').orderBy('name'),
)

/** The topics of these areas, by id. */
export const topicNames = (tx: Tx, space: string, areas: string[]) => tx.all(names, { space, areas })

/** The areas with topics. */
export const areasWithTopics = async (tx: Tx, space: string) =>
  (await tx.all(topicAreas, { space })).map(({ area_id }) => area_id)

/** The aliases, former names and merged topics' titles of the topics of these areas. */
export const otherNames = (tx: Tx, space: string, areas: string[]) => tx.all(others, { space, areas })
