import { sql } from 'kysely'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db
    .selectFrom('source')
    .leftJoin('person', 'person.id', 'source.speaker_id')
    .selectAll('source')
    .select('person.name as speakerName')
    .where('source.space_id', '=', $.space)
    .where('source.id', '=', $.id),
)

const byIds = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  db
    .selectFrom('source')
    .leftJoin('person', 'person.id', 'source.speaker_id')
    .selectAll('source')
    .select('person.name as speakerName')
    .where('source.space_id', '=', $.space)
    .where('source.id', 'in', $.ids),
)

const byName = statement((db, $: Slots<{ space: string; area: string; name: string }>) =>
  db
    .selectFrom('source')
    .select(['id', 'hash'])
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .where('name', '=', $.name),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('source')
    .leftJoin('person', 'person.id', 'source.speaker_id')
    .select([
      'source.id',
      'source.area_id',
      'source.name',
      'source.title',
      'source.kind',
      'source.speaker_id',
      'source.at',
    ])
    .select(['source.question_id', 'person.name as speakerName'])
    .where('source.space_id', '=', $.space)
    .where('source.area_id', 'in', $.areas)
    .orderBy('source.at', 'desc')
    .orderBy('source.id', 'desc'),
)

const named = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('source')
    .select(['area_id', 'name', 'kind', 'text'])
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .orderBy('name')
    .orderBy('id'),
)

const confirmed = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('claim')
    .select('source_id as id')
    .distinct()
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('confirmed_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('source_id'),
)

const cited = statement((db, $: Slots<{ space: string; areas: string[]; names: string[] }>) =>
  db
    .selectFrom('source')
    .leftJoin('person', 'person.id', 'source.speaker_id')
    .select(['source.id', 'source.area_id', 'source.name', 'source.title', 'source.kind', 'source.at'])
    .select(['person.id as speaker', 'person.name as speakerName'])
    .select(sql<number>`length(source.text) - length(replace(source.text, ${'\n'}, ''))`.as('breaks'))
    .select(sql<string>`substr(source.text, length(source.text), 1)`.as('last'))
    .where('source.space_id', '=', $.space)
    .where('source.area_id', 'in', $.areas)
    .where('source.name', 'in', $.names)
    .orderBy('source.id'),
)

const add = statement((db, $: Slots<Tables['source']>) =>
  db.insertInto('source').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    name: $.name,
    title: $.title,
    origin: $.origin,
    kind: $.kind,
    text: $.text,
    hash: $.hash,
    speaker_id: $.speaker_id,
    question_id: $.question_id,
    brought_by: $.brought_by,
    at: $.at,
  }),
)

/** A source with its text and its speaker's name. */
export const sourceById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** Sources with their texts and their speakers' names, in no order. */
export const sourcesById = (tx: Tx, space: string, ids: string[]) => tx.all(byIds, { space, ids })

/** A source's id and hash by its name in an area. */
export const sourceByName = (tx: Tx, space: string, area: string, name: string) =>
  tx.first(byName, { space, area, name })

/** The sources in these areas, newest first, without their texts. */
export const sourcesIn = (tx: Tx, space: string, areas: string[]) => tx.all(inAreas, { space, areas })

/** The sources in these areas of which their speaker has confirmed a line: answers and stories. */
export const confirmedSourcesIn = (tx: Tx, space: string, areas: string[]) => tx.all(confirmed, { space, areas })

/** All sources in these areas with their texts, by name: what a citation may reach. */
export const citableIn = (tx: Tx, space: string, areas: string[]) => tx.all(named, { space, areas })

/** The sources of these names in these areas, without their texts, but with how many lines they have. */
export const sourcesCited = async (tx: Tx, space: string, areas: string[], names: string[]) =>
  (await tx.all(cited, { space, areas, names })).map(({ breaks, last, ...source }) => ({
    ...source,
    lines: Number(breaks) + (last === '\n' ? 0 : 1),
  }))

/** Keeps a new source. */
export const addSource = (tx: Tx, row: Tables['source']) => tx.run(add, row)
