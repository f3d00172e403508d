import { sql } from 'kysely'
import type { Tx } from '../store/index.ts'
import type { Engine } from './engine.ts'

async function lastNumber({ db }: Tx): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from search_words`.execute(db)
  return rows[0]?.last ?? 0
}

/**
 * PostgreSQL's text search in a narrow table: words are letters and digits, separated by spaces.
 */
export const tsvector: Engine = {
  put: async ({ db }, documents) => {
    await sql`
      insert into search_words (number, terms)
      select number, array_to_tsvector(string_to_array(words, ' '))
      from unnest(${documents.map(([number]) => number)}::bigint[], ${documents.map(([, words]) => words)}::text[])
        as put (number, words)`.execute(db)
  },
  take: async ({ db }, document) => {
    await sql`delete from search_words where number = ${document}`.execute(db)
  },
  having: async (tx, lists, { without, most, common = 0 }) => {
    const any = (words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(' | ')})`
    const match = [...lists.map(any), ...(without.length ? [`!${any(without)}`] : [])].join(' & ')
    const newest = sql`search_words where terms @@ ${match}::tsquery order by number desc`
    // A GIN index returns all matches before the newest are known: for a frequent word it is faster
    // to scan the newest documents.
    const among = sql`(select number, terms from search_words order by number desc offset 0) as newest where terms @@ ${match}::tsquery`
    const through = common > most && common ** 2 > most * (await lastNumber(tx))
    const { rows } = await sql<{ number: number }>`
      select number from ${through ? among : newest} limit ${most}`.execute(tx.db)
    return rows.map(({ number }) => number)
  },
  count: async ({ db }, space, area, changes) => {
    await sql`
      insert into search_term (space_id, area_id, term, documents)
      select ${space}, ${area}, term, by
      from unnest(${changes.map(([term]) => term)}::text[], ${changes.map(([, by]) => by)}::integer[]) as change (term, by)
      on conflict (space_id, area_id, term) do update set documents = search_term.documents + excluded.documents`.execute(
      db,
    )
  },
}
