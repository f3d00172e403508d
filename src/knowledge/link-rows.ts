import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

const columns = ['linked_name.topic_id', 'linked_name.area_id', 'linked_name.name'] as const

const toNames = statement((db, $: Slots<{ space: string; areas: string[]; names: string[]; most: number }>) =>
  db
    .selectFrom('linked_name')
    .select(columns)
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('name', 'in', $.names)
    .orderBy('topic_id')
    .limit($.most),
)

const ofTopics = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  db
    .selectFrom('linked_name')
    .select(columns)
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', $.topics)
    .orderBy('topic_id')
    .orderBy('name'),
)

const citing = statement(
  (db, $: Slots<{ space: string; areas: string[]; names: string[]; most: number; open: string }>) =>
    db
      .selectFrom('citation')
      .innerJoin('page', (join) =>
        join.onRef('page.space_id', '=', 'citation.space_id').onRef('page.topic_id', '=', 'citation.topic_id'),
      )
      .innerJoin('source', (join) =>
        join
          .onRef('source.space_id', '=', 'citation.space_id')
          .onRef('source.name', '=', 'citation.name')
          .on((on) => on.or([on('source.area_id', '=', on.ref('page.area_id')), on('source.area_id', '=', $.open)])),
      )
      .select(['citation.topic_id', 'page.area_id', 'citation.name', 'source.id as source', 'source.title'])
      .select(['source.area_id as sourceArea'])
      .distinct()
      .where('citation.space_id', '=', $.space)
      .where('citation.name', 'in', $.names)
      .where('page.area_id', 'in', $.areas)
      .orderBy('citation.topic_id')
      .orderBy('citation.name')
      .orderBy('source.id')
      .limit($.most),
)

const drop = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db.deleteFrom('linked_name').where('space_id', '=', $.space).where('topic_id', '=', $.topic),
)

/** The pages of these areas that link to one of these names. */
export const linksTo = (tx: Tx, space: string, areas: string[], names: string[], most: number) =>
  tx.all(toNames, { space, areas, names, most })

/** The names that the pages of these topics link to. */
export const linksOf = (tx: Tx, space: string, topics: string[]) => tx.all(ofTopics, { space, topics })

/**
 * The pages of these areas that cite sources by these names, each with the sources that the name
 * can mean there.
 */
export const pagesCiting = (
  tx: Tx,
  { space, areas, names, most, open }: { space: string; areas: string[]; names: string[]; most: number; open: string },
) => tx.all(citing, { space, areas, names, most, open })

/** Replaces the names that a page links to, each in all forms by which it is looked up. */
export async function keepLinks(tx: Tx, topic: Omit<Tables['linked_name'], 'name'>, names: string[]): Promise<void> {
  await tx.run(drop, { space: topic.space_id, topic: topic.topic_id })
  for (let n = 0; n < names.length; n += AT_ONCE) {
    await tx.db
      .insertInto('linked_name')
      .values(names.slice(n, n + AT_ONCE).map((name) => ({ ...topic, name })))
      .execute()
  }
}

const AT_ONCE = 500
