import { sql } from 'kysely'
import { tablesInOrder } from './migrate.ts'
import type { Store } from './store.ts'

const AT_ONCE = 200

/** Copies every row of one store into another that is empty, in one snapshot of the first and one transaction of the second. */
export async function copyEverything(from: Store, to: Store): Promise<void> {
  await from.read(({ db: source }) =>
    to.write(async ({ db: target }) => {
      for (const table of tablesInOrder) {
        const there = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target)
        if (there.rows.length) throw new Error(`There are rows in ${table} already. Restore into an empty database.`)
        for (let offset = 0; ; offset += AT_ONCE) {
          const order = keyOf(table)
          const { rows } = await sql<
            Record<string, unknown>
          >`select * from ${sql.table(table)} order by ${sql.raw(order)} limit ${AT_ONCE} offset ${offset}`.execute(
            source,
          )
          if (rows.length)
            await target
              .insertInto(table as never)
              .values(rows.map(plain) as never)
              .execute()
          if (rows.length < AT_ONCE) break
        }
      }
    }),
  )
}

/** Both engines order by the same columns, so that pages of rows neither overlap nor miss any. */
function keyOf(table: string): string {
  const keys: Record<string, string> = {
    membership: 'space_id, person_id',
    area_member: 'space_id, area_id, person_id',
    journal: 'space_id, seq',
    outcome: 'space_id, person_id, key',
    reaction_cursor: 'space_id, reaction',
    parked: 'space_id, reaction, seq',
    page: 'space_id, topic_id',
    page_version: 'space_id, topic_id, version',
    citation: 'space_id, topic_id, n',
    card: 'space_id, person_id, exercise_id',
    dismissal: 'space_id, person_id, thing',
    telling: 'space_id, story_id, n',
  }
  return keys[table] ?? 'id'
}

/** Values as both engines take them: a time as ISO text, a flag as a number. */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : typeof value === 'boolean' ? Number(value) : value,
    ]),
  )
}
