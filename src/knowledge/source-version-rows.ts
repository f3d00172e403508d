import { grew } from '../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type SourceVersionRow = Tables['source_version']

const add = statement((db, $: Slots<SourceVersionRow>) =>
  db.insertInto('source_version').values({
    space_id: $.space_id,
    source_id: $.source_id,
    version: $.version,
    title: $.title,
    text: $.text,
    hash: $.hash,
    file_id: $.file_id,
    pages: $.pages,
    brought_by: $.brought_by,
    at: $.at,
    changes: $.changes,
  }),
)

const ofSource = statement((db, $: Slots<{ space: string; source: string }>) =>
  db
    .selectFrom('source_version')
    .leftJoin('person', 'person.id', 'source_version.brought_by')
    .select(['version', 'at', 'brought_by', 'person.name as broughtByName'])
    .where('space_id', '=', $.space)
    .where('source_id', '=', $.source)
    .orderBy('version', 'desc'),
)

const one = statement((db, $: Slots<{ space: string; source: string; version: number }>) =>
  db
    .selectFrom('source_version')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('source_id', '=', $.source)
    .where('version', '=', $.version),
)

const since = statement((db, $: Slots<{ space: string; source: string; version: number }>) =>
  db
    .selectFrom('source_version')
    .select(['version', 'changes'])
    .where('space_id', '=', $.space)
    .where('source_id', '=', $.source)
    .where('version', '>=', $.version)
    .orderBy('version'),
)

const named = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('source')
    .select(['id', 'name', 'area_id', 'version', 'at'])
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('version', '>', 1),
)

/** Stores a replaced version, with the changes of its lines in the newer one. */
export async function addSourceVersion(tx: Tx, row: SourceVersionRow): Promise<void> {
  await tx.run(add, row)
  grew(tx, { space: row.space_id, person: row.brought_by, bytes: Buffer.byteLength(row.text) })
}

/** A source's earlier versions, newest first, without texts. */
export const earlierVersions = (tx: Tx, space: string, source: string) => tx.all(ofSource, { space, source })

/** One earlier version of a source, whole. */
export const earlierVersion = (tx: Tx, space: string, source: string, version: number) =>
  tx.first(one, { space, source, version })

/** The changes from a version on, step by step. */
export const changesSince = (tx: Tx, space: string, source: string, version: number) =>
  tx.all(since, { space, source, version })

/** The sources in these areas that have changed since they came, with their present version. */
export const changedSources = (tx: Tx, space: string, areas: string[]) => tx.all(named, { space, areas })
