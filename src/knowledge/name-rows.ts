import { slugNamed } from '../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { exactName, MOST_NAME } from '../text/index.ts'
import { sameTopic } from './merged-rows.ts'

type Row = Tables['topic_name']

/** What a name of a topic is: its title, a file that it came from, an alias, a former title, or a slug. */
export type NameKind = Row['kind']

/** A topic that is called by a name. */
export interface Called {
  kind: NameKind
  name: string
  id: string
  area_id: string
  slug: string
  title: string
}

const called = statement((db, $: Slots<{ space: string; areas: string[]; names: string[] }>) =>
  db
    .selectFrom('topic_name')
    .innerJoin('topic', (join) =>
      join.onRef('topic.space_id', '=', 'topic_name.space_id').onRef('topic.id', '=', 'topic_name.topic_id'),
    )
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'topic.space_id').onRef('merged.topic_id', '=', 'topic.id'),
    )
    .leftJoin('topic as whole', (join) =>
      join.onRef('whole.space_id', '=', 'merged.space_id').onRef('whole.id', '=', 'merged.leads_to'),
    )
    .select(['topic_name.kind', 'topic_name.name', 'topic.id', 'topic.area_id', 'topic.slug', 'topic.title'])
    .select(['whole.id as wholeId', 'whole.slug as wholeSlug', 'whole.title as wholeTitle'])
    .where('topic_name.space_id', '=', $.space)
    .where('topic_name.name', 'in', $.names)
    .where('topic_name.area_id', 'in', $.areas)
    .orderBy('topic.id'),
)

const ofTopic = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('topic_name')
    .select('name')
    .distinct()
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', sameTopic($))
    .orderBy('name'),
)

const ofPage = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('topic_name')
    .select('name')
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic)
    .where('kind', '=', 'alias')
    .orderBy('name'),
)

const aliases = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('topic_name')
    .select(['name as alias', 'topic_id'])
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('kind', '=', 'alias')
    .orderBy('name'),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('topic_name')
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'topic_name.space_id').onRef('merged.topic_id', '=', 'topic_name.topic_id'),
    )
    .select((eb) => [
      'kind',
      'name',
      'area_id',
      eb.fn.coalesce('merged.leads_to', 'topic_name.topic_id').as('topic_id'),
    ])
    .where('topic_name.space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where((eb) => eb.or([eb('merged.leads_to', 'is', null), eb('kind', '!=', 'alias')]))
    .orderBy('topic_id'),
)

const add = statement((db, $: Slots<Row>) =>
  db
    .insertInto('topic_name')
    .values({ space_id: $.space_id, topic_id: $.topic_id, area_id: $.area_id, kind: $.kind, name: $.name })
    .onConflict((conflict) => conflict.doNothing()),
)

const drop = statement((db, $: Slots<{ space: string; topic: string; kind: NameKind }>) =>
  db
    .deleteFrom('topic_name')
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic)
    .where('kind', '=', $.kind),
)

/** The topics of these areas that are called by one of these names, each as often as it has them. */
export async function topicsCalled(tx: Tx, space: string, areas: string[], names: string[]): Promise<Called[]> {
  if (names.length === 0 || areas.length === 0) return []
  const found = await tx.all(called, { space, areas, names })
  // The page of a joined topic is part of another, which has its aliases as far as it wants them.
  return found.flatMap(({ wholeId, wholeSlug, wholeTitle, ...one }) => {
    if (wholeId === null) return [one]
    return one.kind === 'alias' ? [] : [{ ...one, id: wholeId, slug: wholeSlug ?? '', title: wholeTitle ?? '' }]
  })
}

const TITLES: readonly NameKind[] = ['title', 'file', 'former']

/** The topic of an area whose title or file is, or else was, exactly this; undefined if there is none. */
export async function topicTitled(tx: Tx, space: string, area: string, title: string): Promise<Called | undefined> {
  const found = await topicsCalled(tx, space, [area], [exactName(title)])
  return TITLES.map((kind) => found.find((one) => one.kind === kind)).find(Boolean)
}

/** All names of the topics of these areas; those of a joined topic lead to the one it was joined to. */
export const namesIn = (tx: Tx, space: string, areas: string[]) => tx.all(inAreas, { space, areas })

/** All names that lead to a topic, those of topics joined to it included. */
export const namesOf = async (tx: Tx, space: string, topic: string) =>
  (await tx.all(ofTopic, { space, topic })).map(({ name }) => name)

/** The aliases on a topic's page. */
export const aliasesOf = async (tx: Tx, space: string, topic: string) =>
  (await tx.all(ofPage, { space, topic })).map(({ name }) => name)

/** All aliases of pages in these areas. */
export const aliasesIn = (tx: Tx, space: string, areas: string[]) => tx.all(aliases, { space, areas })

type Of = Pick<Row, 'space_id' | 'topic_id' | 'area_id'>

/** Adds names of a kind, and where nothing tells them apart from others, the slugs they make. */
export async function addNames(tx: Tx, of: Of, kind: NameKind, names: readonly string[]): Promise<void> {
  const { space_id, topic_id, area_id } = of
  const row = (kind: NameKind, name: string) => tx.run(add, { space_id, topic_id, area_id, kind, name })
  for (const written of names) {
    const name = exactName(written)
    if (name && name.length <= MOST_NAME) await row(kind, name)
    const slug = kind === 'alias' ? null : slugNamed(written)
    if (slug) await row('slug', slug)
  }
}

/** Replaces the aliases of a page. */
export async function keepAliases(tx: Tx, of: Of, names: readonly string[]): Promise<void> {
  await tx.run(drop, { space: of.space_id, topic: of.topic_id, kind: 'alias' })
  await addNames(tx, of, 'alias', names)
}

/** Names a topic by its new title; its former one leads to it as well. */
export async function retitle(tx: Tx, of: Of, before: string, title: string): Promise<void> {
  await tx.run(drop, { space: of.space_id, topic: of.topic_id, kind: 'title' })
  await addNames(tx, of, 'former', [before])
  await addNames(tx, of, 'title', [title])
}
