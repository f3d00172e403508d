import { type Slots, statement, type Tx } from '../../store/index.ts'

const pages = statement((db, $: Slots<{ space: string; area: string }>) =>
  db
    .selectFrom('page')
    .innerJoin('topic', (join) =>
      join.onRef('topic.space_id', '=', 'page.space_id').onRef('topic.id', '=', 'page.topic_id'),
    )
    .select(['topic.id', 'topic.slug', 'topic.title', 'page.summary', 'page.version', 'page.updated_at'])
    .leftJoin('merged', (join) =>
      join.onRef('merged.space_id', '=', 'page.space_id').onRef('merged.topic_id', '=', 'page.topic_id'),
    )
    .where('page.space_id', '=', $.space)
    .where('page.area_id', '=', $.area)
    // The page of a merged topic is part of the one it leads to.
    .where('merged.leads_to', 'is', null)
    .orderBy('topic.id'),
)

const brought = statement((db, $: Slots<{ space: string; area: string }>) =>
  db
    .selectFrom('brought_page')
    .select(['topic_id', 'path'])
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .orderBy('path'),
)

const sources = statement((db, $: Slots<{ space: string; area: string }>) =>
  db
    .selectFrom('source')
    .select(['id', 'name', 'title', 'kind', 'hash'])
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .orderBy('id'),
)

const citedOpenly = statement((db, $: Slots<{ space: string; area: string; open: string }>) =>
  db
    .selectFrom('source')
    .innerJoin('citation', (join) =>
      join.onRef('citation.space_id', '=', 'source.space_id').onRef('citation.name', '=', 'source.name'),
    )
    .innerJoin('page', (join) =>
      join.onRef('page.space_id', '=', 'citation.space_id').onRef('page.topic_id', '=', 'citation.topic_id'),
    )
    .select(['source.id', 'source.name', 'source.title', 'source.kind', 'source.hash'])
    .distinct()
    .where('source.space_id', '=', $.space)
    .where('source.area_id', '=', $.open)
    .where('page.area_id', '=', $.area)
    .orderBy('source.id'),
)

const confirmed = statement((db, $: Slots<{ space: string; sources: string[] }>) =>
  db
    .selectFrom('claim')
    .select(['source_id', 'from_line', 'to_line'])
    .where('space_id', '=', $.space)
    .where('source_id', 'in', $.sources)
    .where('confirmed_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('source_id')
    .orderBy('from_line')
    .orderBy('to_line'),
)

/** Of these sources, the lines that somebody has confirmed, in order. */
export const confirmedLines = async (tx: Tx, space: string, sources: string[]) =>
  sources.length > 0 ? tx.all(confirmed, { space, sources }) : []

/** The pages of an area, without their texts. */
export const pagesOfArea = (tx: Tx, space: string, area: string) => tx.all(pages, { space, area })

/** The files that became pages of an area. */
export const broughtToArea = (tx: Tx, space: string, area: string) => tx.all(brought, { space, area })

/** The sources of an area, without their texts. */
export const sourcesOfArea = (tx: Tx, space: string, area: string) => tx.all(sources, { space, area })

/** The open sources that pages of this area cite. */
export const openSourcesCitedIn = (tx: Tx, space: string, area: string, open: string) =>
  tx.all(citedOpenly, { space, area, open })
