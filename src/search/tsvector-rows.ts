import { sql } from 'kysely'
import type { Engine } from './engine.ts'

/** PostgreSQL's text search in a narrow table: words are letters and digits, told apart by spaces. */
export const tsvector: Engine = {
  put: async ({ db }, documents) => {
    await sql`
      insert into search_words (number, terms)
      select (value ->> 0)::bigint, array_to_tsvector(string_to_array(value ->> 1, ' '))
      from json_array_elements(${JSON.stringify(documents)}::json)`.execute(db)
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
      select ${space}, ${area}, value ->> 0, (value ->> 1)::integer from json_array_elements(${JSON.stringify(changes)}::json)
      on conflict (space_id, area_id, term) do update set documents = search_term.documents + excluded.documents`.execute(
      db,
    )
  },
}
