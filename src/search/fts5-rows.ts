import { sql } from 'kysely'
import type { Engine } from './engine.ts'

/** SQLite's full text search, with neither places nor texts: words are letters and digits, told apart by spaces. */
export const fts5: Engine = {
  put: async ({ db }, documents) => {
    await sql`
      insert into search_words (rowid, terms)
      select value ->> 0, value ->> 1 from json_each(${JSON.stringify(documents)})`.execute(db)
  },
  take: async ({ db }, document, words) => {
    await sql`insert into search_words (search_words, rowid, terms) values ('delete', ${document}, ${words.join(' ')})`.execute(
      db,
    )
  },
  having: async ({ db }, lists, { without, most }) => {
    const any = (words: readonly string[]) => `(${words.map((word) => `"${word}"`).join(' OR ')})`
    const match = lists.map(any).join(' AND ') + (without.length ? ` NOT ${any(without)}` : '')
    const { rows } = await sql<{ rowid: number }>`
      select rowid from search_words where search_words match ${match} order by rowid desc limit ${most}`.execute(db)
    return rows.map(({ rowid }) => rowid)
  },
  count: async ({ db }, space, area, changes) => {
    await sql`
      insert into search_term (space_id, area_id, term, documents)
      select ${space}, ${area}, value ->> 0, value ->> 1 from json_each(${JSON.stringify(changes)}) where true
      on conflict (space_id, area_id, term) do update set documents = search_term.documents + excluded.documents`.execute(
      db,
    )
  },
}
