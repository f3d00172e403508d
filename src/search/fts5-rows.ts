import { sql } from 'kysely'
import { type Slots, statement } from '../store/index.ts'
import type { Engine } from './engine.ts'

/** The newest matches; one statement per limit, since SQLite plans `limit ?` again on each run. */
const newest = (most: number) =>
  statement((db, $: Slots<{ match: string }>) =>
    db
      .selectFrom(sql<{ rowid: number }>`search_words`.as('found'))
      .select('found.rowid')
      .where(sql<boolean>`search_words match ${$.match}`)
      .orderBy('found.rowid', 'desc')
      .limit(most),
  )
const newestOf = new Map<number, ReturnType<typeof newest>>()

/** SQLite's FTS5 without positions or texts: words are letters and digits, separated by spaces. */
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
  having: async (tx, lists, { without, most }) => {
    const any = (words: readonly string[]) => `(${words.map((word) => `"${word}"`).join(' OR ')})`
    const match = lists.map(any).join(' AND ') + (without.length ? ` NOT ${any(without)}` : '')
    const found = newestOf.get(most) ?? newest(most)
    newestOf.set(most, found)
    return (await tx.all(found, { match })).map(({ rowid }) => rowid)
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
