import { type Slots, statement, type Tx } from '../store/index.ts'
import type { Engine } from './engine.ts'

const parts = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('search_part')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .orderBy('number'),
)

const counted = statement((db, $: Slots<{ space: string; areas: string[]; terms: string[] }>) =>
  db
    .selectFrom('search_term')
    .select(['term', 'documents'])
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('term', 'in', $.terms),
)

const beginning = statement((db, $: Slots<{ space: string; areas: string[]; from: string; below: string }>) =>
  db
    .selectFrom('search_term')
    .select('term')
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('term', '>=', $.from)
    .where('term', '<', $.below)
    .groupBy('term')
    .orderBy((eb) => eb.fn.sum('documents'), 'desc')
    .orderBy('term')
    .limit(12),
)

const ofLength = statement(
  (
    db,
    $: Slots<{
      space: string
      areas: string[]
      from: string
      below: string
      swapped: string
      belowSwapped: string
      least: number
      longest: number
    }>,
  ) =>
    db
      .selectFrom('search_term')
      .select(['term', (eb) => eb.fn.sum<number>('documents').as('documents')])
      .where('space_id', '=', $.space)
      .where('area_id', 'in', $.areas)
      .where((eb) =>
        eb.or([
          eb.and([eb('term', '>=', $.from), eb('term', '<', $.below)]),
          eb.and([eb('term', '>=', $.swapped), eb('term', '<', $.belowSwapped)]),
        ]),
      )
      .where((eb) => eb(eb.fn<number>('length', ['term']), '>=', $.least))
      .where((eb) => eb(eb.fn<number>('length', ['term']), '<=', $.longest))
      .groupBy('term'),
)

/**
 * The document and word counts of each kind in these areas, with the part's number in the engine.
 */
export const partsIn = (tx: Tx, space: string, areas: string[]) => tx.all(parts, { space, areas })

/** The document counts of these terms in these areas; unknown terms are left out. */
export async function documentsHaving(
  tx: Tx,
  space: string,
  areas: string[],
  terms: string[],
): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  if (terms.length === 0) return sums
  for (const { term, documents } of await tx.all(counted, { space, areas, terms })) {
    sums.set(term, (sums.get(term) ?? 0) + documents)
  }
  return sums
}

/** The terms of these areas with this prefix, most frequent first. */
export const termsBeginning = async (tx: Tx, space: string, areas: string[], from: string) =>
  (await tx.all(beginning, { space, areas, from, below: `${from}\u{10ffff}` })).map(({ term }) => term)

/**
 * The terms of these areas with one of two prefixes and a length in a range, with their document
 * counts.
 */
export async function termsOfLength(
  tx: Tx,
  space: string,
  areas: string[],
  { first, swapped, least, longest }: { first: string; swapped: string; least: number; longest: number },
): Promise<{ term: string; documents: number }[]> {
  const below = (from: string) => `${from}\u{10ffff}`
  const range = { from: first, below: below(first), swapped, belowSwapped: below(swapped), least, longest }
  const rows = await tx.all(ofLength, { space, areas, ...range })
  return rows.map(({ term, documents }) => ({ term, documents: Number(documents) }))
}

/** The part of a kind in an area; made if it does not exist. */
export async function partFor(tx: Tx, space: string, area: string, kind: string): Promise<number> {
  const key = { space_id: space, area_id: area, kind }
  const found = await tx.db
    .selectFrom('search_part')
    .select('number')
    .where((eb) => eb.and(key))
    .executeTakeFirst()
  if (found) return found.number
  const { last } = await tx.db
    .selectFrom('search_part')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const number = Number(last ?? 0) + 1
  await tx.db
    .insertInto('search_part')
    .values({ ...key, number, documents: 0, words: 0 })
    .execute()
  return number
}

/** Adds to the counts of a part. */
export const countPart = (tx: Tx, number: number, { documents, words }: { documents: number; words: number }) =>
  tx.db
    .updateTable('search_part')
    .set((eb) => ({ documents: eb('documents', '+', documents), words: eb('words', '+', words) }))
    .where('number', '=', number)
    .execute()

const AT_ONCE = 500

/** Adds to the document counts of terms in an area. */
export async function countTerms(
  tx: Tx,
  engine: Pick<Engine, 'count'>,
  space: string,
  area: string,
  changes: ReadonlyMap<string, number>,
): Promise<void> {
  const changed = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  for (let n = 0; n < changed.length; n += AT_ONCE) await engine.count(tx, space, area, changed.slice(n, n + AT_ONCE))
  const fewer = changed.filter(([, by]) => by < 0).map(([term]) => term)
  for (let n = 0; n < fewer.length; n += AT_ONCE) {
    await tx.db
      .deleteFrom('search_term')
      .where('space_id', '=', space)
      .where('area_id', '=', area)
      .where('term', 'in', fewer.slice(n, n + AT_ONCE))
      .where('documents', '<=', 0)
      .execute()
  }
}
