import { sql } from 'kysely'
import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { sameTopic } from './merged-rows.ts'

type Asked = { space: string; areas: string[]; slugs: string[] }

const byAlias = (db: Database, $: Slots<Asked>) =>
  db
    .selectFrom('alias')
    .innerJoin('topic', (join) =>
      join.onRef('topic.space_id', '=', 'alias.space_id').onRef('topic.id', '=', 'alias.topic_id'),
    )
    // A topic that others were merged into has the names of their pages too.
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'alias.space_id').onRef('merged.topic_id', '=', 'alias.topic_id'),
    )
    .select([
      'alias.slug as alias',
      'topic.id as id',
      'topic.area_id as area_id',
      'topic.slug as slug',
      'topic.title as title',
    ])
    .select(sql<number>`0`.as('formerly'))
    .where('alias.space_id', '=', $.space)
    .where('alias.area_id', 'in', $.areas)
    .where('alias.slug', 'in', $.slugs)
    .where('merged.leads_to', 'is', null)

const byFormerName = (db: Database, $: Slots<Asked>) =>
  db
    .selectFrom('former_name')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'former_name.space_id').onRef('merged.topic_id', '=', 'former_name.topic_id'),
    )
    .innerJoin('topic', (join) =>
      join
        .onRef('topic.space_id', '=', 'former_name.space_id')
        .on('topic.id', '=', sql<string>`coalesce(merged.leads_to, former_name.topic_id)`),
    )
    .select([
      'former_name.slug as alias',
      'topic.id as id',
      'topic.area_id as area_id',
      'topic.slug as slug',
      'topic.title as title',
    ])
    .select(sql<number>`1`.as('formerly'))
    .where('former_name.space_id', '=', $.space)
    .where('former_name.area_id', 'in', $.areas)
    .where('former_name.slug', 'in', $.slugs)

const called = statement((db, $: Slots<Asked>) =>
  byAlias(db, $).unionAll(byFormerName(db, $)).orderBy('formerly', 'desc').orderBy('id'),
)

const ofTopic = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('alias')
    .select('slug')
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', sameTopic($))
    .union(
      db.selectFrom('former_name').select('slug').where('space_id', '=', $.space).where('topic_id', 'in', sameTopic($)),
    )
    .union(db.selectFrom('topic').select('slug').where('space_id', '=', $.space).where('id', 'in', sameTopic($)))
    .orderBy('slug'),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('alias')
    .select(['alias.slug as alias', 'topic_id'])
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .orderBy('alias.slug'),
)

const drop = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.deleteFrom('alias').where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

/**
 * The topics in these areas to which one of these slugs leads, as an alias on their page or as a
 * former name.
 */
export async function topicsCalled(tx: Tx, space: string, areas: string[], slugs: string[]) {
  const found = await tx.all(called, { space, areas, slugs })
  // A former address leads to one topic only, whichever topics take that name as an alias.
  const once = new Set(found.flatMap((one) => (one.formerly ? `${one.area_id} ${one.alias}` : [])))
  return found.filter((one) => one.formerly || !once.has(`${one.area_id} ${one.alias}`))
}

const ofPage = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.selectFrom('alias').select('slug').where('space_id', '=', $.space).where('topic_id', '=', $.topic).orderBy('slug'),
)

/** The aliases on a topic's page, as slugs. */
export const aliasesOf = async (tx: Tx, space: string, topic: string) =>
  (await tx.all(ofPage, { space, topic })).map(({ slug }) => slug)

/**
 * All names that lead to a topic, as slugs: its own, its former ones, its aliases, and those of
 * topics merged into it.
 */
export const namesOf = async (tx: Tx, space: string, topic: string) =>
  (await tx.all(ofTopic, { space, topic })).map(({ slug }) => slug)

/** All aliases of pages in these areas, as slugs. */
export const aliasesIn = (tx: Tx, space: string, areas: string[]) => tx.all(inAreas, { space, areas })

/** Replaces the aliases of a page. */
export async function keepAliases(tx: Tx, topic: Omit<Tables['alias'], 'slug'>, slugs: string[]): Promise<void> {
  await tx.run(drop, { space: topic.space_id, topic: topic.topic_id })
  if (slugs.length === 0) return
  await tx.db
    .insertInto('alias')
    .values(slugs.map((slug) => ({ ...topic, slug })))
    .execute()
}
