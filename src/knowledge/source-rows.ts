import { sql } from 'kysely'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type Row = Tables['source']
/** How a source was given: its version, its bytes, its address, on which line each page begins. */
type Given = 'version' | 'file_id' | 'address' | 'pages'
type NewSource = Omit<Row, Given>

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

const byContent = statement((db, $: Slots<{ space: string; area: string; sha256: string }>) =>
  db
    .selectFrom('source')
    .leftJoin('file', (join) =>
      join.onRef('file.space_id', '=', 'source.space_id').onRef('file.id', '=', 'source.file_id'),
    )
    .select(['source.id', 'source.name'])
    .where('source.space_id', '=', $.space)
    .where('source.area_id', '=', $.area)
    .where('source.kind', '=', 'file')
    .where((eb) =>
      eb.or([
        eb('file.sha256', '=', $.sha256),
        eb.and([eb('source.hash', '=', $.sha256), eb('source.file_id', 'is', null)]),
      ]),
    )
    .orderBy('source.at')
    .orderBy('source.id')
    .limit(1),
)

const byAddress = statement((db, $: Slots<{ space: string; area: string; address: string }>) =>
  db
    .selectFrom('source')
    .select(['id', 'name'])
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .where('address', '=', $.address)
    .orderBy('id')
    .limit(1),
)

const asGiven = statement((db, $: Slots<Pick<Row, 'space_id' | 'id' | 'version' | 'file_id' | 'address' | 'pages'>>) =>
  db
    .updateTable('source')
    .set({ version: $.version, file_id: $.file_id, address: $.address, pages: $.pages })
    .where('space_id', '=', $.space_id)
    .where('id', '=', $.id),
)

const renew = statement(
  (db, $: Slots<Pick<Row, 'space_id' | 'id' | 'title' | 'text' | 'hash' | 'brought_by' | 'at'>>) =>
    db
      .updateTable('source')
      .set({ title: $.title, text: $.text, hash: $.hash, brought_by: $.brought_by, at: $.at })
      .where('space_id', '=', $.space_id)
      .where('id', '=', $.id),
)

const add = statement((db, $: Slots<NewSource>) =>
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

const toldIn = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  db
    .selectFrom('source')
    .select(['id', 'question_id', 'speaker_id'])
    .where('space_id', '=', $.space)
    .where('id', 'in', $.ids)
    .where('question_id', 'is not', null),
)

/** Which of these sources answer a question, with who answered; without their texts. */
export const answersAmong = (tx: Tx, space: string, ids: readonly string[]) => tx.all(toldIn, { space, ids: [...ids] })

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
export const addSource = (tx: Tx, row: NewSource) => tx.run(add, row)

/** The first source of an area that was made of the same bytes. */
export const sourceByContent = (tx: Tx, space: string, area: string, sha256: string) =>
  tx.first(byContent, { space, area, sha256 })

/** The source of an area that came from an address. */
export const sourceByAddress = (tx: Tx, space: string, area: string, address: string) =>
  tx.first(byAddress, { space, area, address })

/** Keeps how a source was given. */
export const setAsGiven = (tx: Tx, row: Pick<Row, 'space_id' | 'id' | Given>) => tx.run(asGiven, row)

/** Puts a newer text into the place of a source's; the one before has to be kept first. */
export const renewSource = (
  tx: Tx,
  row: Pick<Row, 'space_id' | 'id' | 'title' | 'text' | 'hash' | 'brought_by' | 'at'>,
) => tx.run(renew, row)
