import { sql } from 'kysely'
import { grew } from '../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { type Voice, voiceColumns, withVoice } from './voice.ts'

type SourceRow = Tables['source']
/**
 * The provenance columns of a source: its version, file, address, and the line on which each page
 * begins.
 */
type Provenance = 'version' | 'file_id' | 'address' | 'pages'
type NewSource = Omit<SourceRow, Provenance | 'speaker_id' | 'group_id'> & { voice: Voice | 'its own' }

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db
    .selectFrom('source')
    .leftJoin('person', 'person.id', 'source.speaker_id')
    .leftJoin('community', (join) =>
      join.onRef('community.space_id', '=', 'source.space_id').onRef('community.id', '=', 'source.group_id'),
    )
    .selectAll('source')
    .select(['person.name as speakerName', 'community.name as groupName'])
    .where('source.space_id', '=', $.space)
    .where('source.id', '=', $.id),
)

const byIds = statement((db, $: Slots<{ space: string; ids: string[] }>) =>
  db
    .selectFrom('source')
    .leftJoin('person', 'person.id', 'source.speaker_id')
    .leftJoin('community', (join) =>
      join.onRef('community.space_id', '=', 'source.space_id').onRef('community.id', '=', 'source.group_id'),
    )
    .selectAll('source')
    .select(['person.name as speakerName', 'community.name as groupName'])
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
    .leftJoin('community', (join) =>
      join.onRef('community.space_id', '=', 'source.space_id').onRef('community.id', '=', 'source.group_id'),
    )
    .select([
      'source.id',
      'source.area_id',
      'source.name',
      'source.title',
      'source.kind',
      'source.speaker_id',
      'source.group_id',
      'source.at',
    ])
    .select(['source.question_id', 'person.name as speakerName', 'community.name as groupName'])
    .where('source.space_id', '=', $.space)
    .where('source.area_id', 'in', $.areas)
    .orderBy('source.at', 'desc')
    .orderBy('source.id', 'desc'),
)

const inAreasBefore = statement(
  (db, $: Slots<{ space: string; areas: string[]; reader: string; at: string; id: string; most: number }>) =>
    db
      .selectFrom('source')
      .leftJoin('person', 'person.id', 'source.speaker_id')
      .leftJoin('community', (join) =>
        join.onRef('community.space_id', '=', 'source.space_id').onRef('community.id', '=', 'source.group_id'),
      )
      .select(['source.id', 'source.area_id', 'source.name', 'source.title', 'source.at'])
      .select(['source.speaker_id', 'source.group_id', 'community.name as groupName'])
      .select('person.name as speakerName')
      .where('source.space_id', '=', $.space)
      .where('source.area_id', 'in', $.areas)
      .where((eb) => eb(eb.refTuple('source.at', 'source.id'), '<', eb.tuple($.at, $.id)))
      // An answer or story is private to its speaker until they confirm a line of it.
      .where((eb) =>
        eb.or([
          eb('source.kind', '=', 'file'),
          eb('source.speaker_id', '=', $.reader),
          eb.exists(
            eb
              .selectFrom('claim')
              .select('claim.id')
              .whereRef('claim.space_id', '=', 'source.space_id')
              .whereRef('claim.source_id', '=', 'source.id')
              .where('claim.confirmed_at', 'is not', null)
              .where('claim.withdrawn_at', 'is', null),
          ),
        ]),
      )
      .orderBy('source.at', 'desc')
      .orderBy('source.id', 'desc')
      .limit($.most),
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
    .leftJoin('community', (join) =>
      join.onRef('community.space_id', '=', 'source.space_id').onRef('community.id', '=', 'source.group_id'),
    )
    .select(['source.id', 'source.area_id', 'source.name', 'source.title', 'source.kind', 'source.at'])
    .select(['source.speaker_id', 'source.group_id', 'person.name as speakerName', 'community.name as groupName'])
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

const asGiven = statement(
  (db, $: Slots<Pick<SourceRow, 'space_id' | 'id' | 'version' | 'file_id' | 'address' | 'pages'>>) =>
    db
      .updateTable('source')
      .set({ version: $.version, file_id: $.file_id, address: $.address, pages: $.pages })
      .where('space_id', '=', $.space_id)
      .where('id', '=', $.id),
)

const renew = statement(
  (db, $: Slots<Pick<SourceRow, 'space_id' | 'id' | 'title' | 'text' | 'hash' | 'brought_by' | 'at'>>) =>
    db
      .updateTable('source')
      .set({ title: $.title, text: $.text, hash: $.hash, brought_by: $.brought_by, at: $.at })
      .where('space_id', '=', $.space_id)
      .where('id', '=', $.id),
)

const add = statement((db, $: Slots<Omit<SourceRow, Provenance>>) =>
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
    group_id: $.group_id,
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

/** The sources among these that answer a question, with their speakers; without texts. */
export const answersAmong = (tx: Tx, space: string, ids: readonly string[]) => tx.all(toldIn, { space, ids: [...ids] })

/** A source with its text and voice. */
export async function sourceById(tx: Tx, space: string, id: string) {
  const row = await tx.first(byId, { space, id })
  return row && withVoice(row)
}

/** Sources with their texts and voices, in no order. */
export const sourcesById = async (tx: Tx, space: string, ids: string[]) =>
  (await tx.all(byIds, { space, ids })).map(withVoice)

/** A source's id and hash by its name in an area. */
export const sourceByName = (tx: Tx, space: string, area: string, name: string) =>
  tx.first(byName, { space, area, name })

/** The sources in these areas, newest first, without texts. */
export const sourcesIn = async (tx: Tx, space: string, areas: string[]) =>
  (await tx.all(inAreas, { space, areas })).map(withVoice)

/** Those that a person may see, after a position, up to a limit. */
export const sourcesFrom = async (
  tx: Tx,
  of: { space: string; areas: string[]; reader: string },
  { at, id }: { at: string; id: string },
  most: number,
) =>
  (await tx.all(inAreasBefore, { ...of, at, id, most })).map((row) => ({
    ...withVoice(row),
    said: row.speakerName ?? row.groupName ?? '',
  }))

/** The answers and stories in these areas with a confirmed line. */
export const confirmedSourcesIn = (tx: Tx, space: string, areas: string[]) => tx.all(confirmed, { space, areas })

/** All sources in these areas with their texts, by name: the possible targets of citations. */
export const citableIn = (tx: Tx, space: string, areas: string[]) => tx.all(named, { space, areas })

/** The sources by these names in these areas, without texts but with their line counts. */
export const sourcesCited = async (tx: Tx, space: string, areas: string[], names: string[]) =>
  (await tx.all(cited, { space, areas, names })).map(({ breaks, last, ...source }) => ({
    ...withVoice(source),
    lines: Number(breaks) + (last === '\n' ? 0 : 1),
  }))

/** Adds a source; a document is its own voice. */
export async function addSource(tx: Tx, { voice, ...row }: NewSource): Promise<void> {
  await tx.run(add, { ...row, ...(voice === 'its own' ? { speaker_id: null, group_id: null } : voiceColumns(voice)) })
  grew(tx, { space: row.space_id, person: row.brought_by, bytes: Buffer.byteLength(row.text), sources: 1 })
}

/** The first source of an area with the same bytes. */
export const sourceByContent = (tx: Tx, space: string, area: string, sha256: string) =>
  tx.first(byContent, { space, area, sha256 })

/** The source of an area that came from an address. */
export const sourceByAddress = (tx: Tx, space: string, area: string, address: string) =>
  tx.first(byAddress, { space, area, address })

/** Records the provenance of a source. */
export const setAsGiven = (tx: Tx, row: Pick<SourceRow, 'space_id' | 'id' | Provenance>) => tx.run(asGiven, row)

/** Replaces a source's text with a newer one; the old version must be stored first. */
export async function renewSource(
  tx: Tx,
  row: Pick<SourceRow, 'space_id' | 'id' | 'title' | 'text' | 'hash' | 'brought_by' | 'at'>,
  old: Pick<SourceRow, 'text' | 'brought_by'>,
): Promise<void> {
  await tx.run(renew, row)
  const space = row.space_id
  grew(tx, { space, person: old.brought_by, bytes: -Buffer.byteLength(old.text), sources: -1 })
  grew(tx, { space, person: row.brought_by, bytes: Buffer.byteLength(row.text), sources: 1 })
}
