import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

/** The index entry of a thing: its terms, and its number in the engine. */
export type Document = Tables['search_document']

/** The columns that ranking uses. */
export type Ranked = Pick<Document, 'kind' | 'thing' | 'words' | 'title_terms' | 'terms'>

const ofThings = statement((db, $: Slots<{ space: string; kind: string; things: string[] }>) =>
  db
    .selectFrom('search_document')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('kind', '=', $.kind)
    .where('thing', 'in', $.things),
)

// Numbers are unique in the whole house; if the space were named too, SQLite would scan all of it.
const numbered = statement((db, $: Slots<{ numbers: string[] }>) =>
  db
    .selectFrom('search_document')
    .select(['kind', 'thing', 'words', 'title_terms', 'terms'])
    // Both engines accept a number given as text.
    .where('number', 'in', $.numbers as unknown as number[]),
)

const last = statement((db, _: Slots<Record<never, never>>) =>
  db.selectFrom('search_document').select('number').orderBy('number', 'desc').limit(1),
)

const drop = statement((db, $: Slots<{ space: string; kind: string; thing: string }>) =>
  db
    .deleteFrom('search_document')
    .where('space_id', '=', $.space)
    .where('kind', '=', $.kind)
    .where('thing', '=', $.thing),
)

const thingsOf = statement((db, $: Slots<{ space: string; kind: string }>) =>
  db.selectFrom('search_document').select('thing').where('space_id', '=', $.space).where('kind', '=', $.kind),
)

/** The index entries of things of a kind, by thing. */
export const documentsOf = async (tx: Tx, space: string, kind: string, things: string[]) =>
  new Map((await tx.all(ofThings, { space, kind, things })).map((one): [string, Document] => [one.thing, one]))

/**
 * A longer list would be bound as one JSON text, whose elements PostgreSQL does not compare with
 * numbers.
 */
const NUMBERS_AT_ONCE = 500

/** The documents with these numbers, in no order. */
export async function documentsNumbered(tx: Tx, numbers: readonly number[]): Promise<Ranked[]> {
  const found: Ranked[][] = []
  for (let n = 0; n < numbers.length; n += NUMBERS_AT_ONCE) {
    found.push(await tx.all(numbered, { numbers: numbers.slice(n, n + NUMBERS_AT_ONCE).map(String) }))
  }
  return found.flat()
}

/** The number of the next new document. */
export const nextNumber = async (tx: Tx): Promise<number> => ((await tx.first(last, {}))?.number ?? 0) + 1

const AT_ONCE = 100

/** Adds documents. */
export async function addDocuments(tx: Tx, rows: readonly Document[]): Promise<void> {
  for (let n = 0; n < rows.length; n += AT_ONCE) {
    await tx.db
      .insertInto('search_document')
      .values(rows.slice(n, n + AT_ONCE))
      .execute()
  }
}

/** Deletes a document. */
export const dropDocument = (tx: Tx, { space_id: space, kind, thing }: Document) => tx.run(drop, { space, kind, thing })

/** The things of a kind in a space's index. */
export const thingsIndexed = async (tx: Tx, space: string, kind: string): Promise<string[]> =>
  (await tx.all(thingsOf, { space, kind })).map(({ thing }) => thing)

/** The version of analysis of a space's full index; undefined before the first one. */
export const analysisOf = async (tx: Tx, space: string): Promise<number | undefined> =>
  (await tx.db.selectFrom('search_space').select('analysis').where('space_id', '=', space).executeTakeFirst())?.analysis

/** Records that a space was indexed in full. */
export const noteAnalysis = (tx: Tx, space: string, analysis: number, now: string) =>
  tx.db
    .insertInto('search_space')
    .values({ space_id: space, analysis, indexed_at: now })
    .onConflict((conflict) => conflict.column('space_id').doUpdateSet({ analysis, indexed_at: now }))
    .execute()
