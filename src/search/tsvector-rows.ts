import { sql } from 'kysely'
import type { Engine } from './engine.ts'

/** PostgreSQL's text search in a narrow table: words are letters and digits, told apart by spaces. */
export const tsvector: Engine = {
  put: async ({ db }, document, words) => {
    const terms = sql`array_to_tsvector(string_to_array(${words.join(' ')}, ' '))`
    await sql`insert into search_words (number, terms) values (${document}, ${terms})`.execute(db)
  },
  take: async ({ db }, document) => {
    await sql`delete from search_words where number = ${document}`.execute(db)
  },
  having: async ({ db }, lists, most) => {
    const match = lists.map((words) => `(${words.map((word) => `'${word}'`).join(' | ')})`).join(' & ')
    const { rows } = await sql<{ number: number }>`
      select number from search_words where terms @@ ${match}::tsquery order by number desc limit ${most}`.execute(db)
    return rows.map(({ number }) => number)
  },
}
