import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

const called = statement((db, $: Slots<{ space: string; areas: string[]; slugs: string[] }>) =>
  db
    .selectFrom('alias')
    .innerJoin('topic', (join) =>
      join.onRef('topic.space_id', '=', 'alias.space_id').onRef('topic.id', '=', 'alias.topic_id'),
    )
    .select(['alias.slug as alias', 'topic.id', 'topic.area_id', 'topic.slug', 'topic.title'])
    .where('alias.space_id', '=', $.space)
    .where('alias.area_id', 'in', $.areas)
    .where('alias.slug', 'in', $.slugs)
    .orderBy('topic.id'),
)

const ofTopic = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.selectFrom('alias').select('slug').where('space_id', '=', $.space).where('topic_id', '=', $.topic).orderBy('slug'),
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

/** The topics in these areas whose pages say that they are also called so, by slug. */
export const topicsCalled = (tx: Tx, space: string, areas: string[], slugs: string[]) =>
  tx.all(called, { space, areas, slugs })

/** The other names that a topic's page says it has, as slugs. */
export const aliasesOf = async (tx: Tx, space: string, topic: string) =>
  (await tx.all(ofTopic, { space, topic })).map(({ slug }) => slug)

/** All other names of pages in these areas, as slugs. */
export const aliasesIn = (tx: Tx, space: string, areas: string[]) => tx.all(inAreas, { space, areas })

/** Keeps the other names that a page has now, in place of those it had. */
export async function keepAliases(tx: Tx, topic: Omit<Tables['alias'], 'slug'>, slugs: string[]): Promise<void> {
  await tx.run(drop, { space: topic.space_id, topic: topic.topic_id })
  if (slugs.length === 0) return
  await tx.db
    .insertInto('alias')
    .values(slugs.map((slug) => ({ ...topic, slug })))
    .execute()
}
