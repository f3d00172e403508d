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

/** How much there is of each kind in these areas, each with the number under which an engine keeps its words. */
export const partsIn = (tx: Tx, space: string, areas: string[]) => tx.all(parts, { space, areas })

/** How many documents of these areas have each of these terms; a term that none has is not among them. */
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

/** The terms of these areas that begin like this, those of most documents first. */
export const termsBeginning = async (tx: Tx, space: string, areas: string[], from: string) =>
  (await tx.all(beginning, { space, areas, from, below: `${from}\u{10ffff}` })).map(({ term }) => term)

/** The terms of these areas that begin in one of two ways and are about as long, each with how many documents have it. */
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

/** The part of a kind in an area, begun where there is none. */
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

/** Adds to, or takes from, what is counted of a part. */
export const countPart = (tx: Tx, number: number, { documents, words }: { documents: number; words: number }) =>
  tx.db
    .updateTable('search_part')
    .set((eb) => ({ documents: eb('documents', '+', documents), words: eb('words', '+', words) }))
    .where('number', '=', number)
    .execute()

const AT_ONCE = 500

/** Adds to, or takes from, how many documents of an area have each term. */
export async function countTerms(
  tx: Tx,
  engine: Pick<Engine, 'count'>,
  space: string,
  area: string,
  changes: ReadonlyMap<string, number>,
): Promise<void> {
  const changed = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  if (changed.length) await engine.count(tx, space, area, changed)
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
