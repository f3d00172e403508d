import { sql } from 'kysely'
import type { Engine } from './engine.ts'

/** PostgreSQL's text search in a narrow table: words are letters and digits, told apart by spaces. */
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
  having: async ({ db }, lists, { without, most }) => {
    const any = (words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(' | ')})`
    const match = [...lists.map(any), ...(without.length ? [`!${any(without)}`] : [])].join(' & ')
    const { rows } = await sql<{ number: number }>`
      select number from search_words where terms @@ ${match}::tsquery order by number desc limit ${most}`.execute(db)
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
