import { sql } from 'kysely'
import { tablesInOrder } from './migrate.ts'
import type { Store } from './store.ts'

/** Parts of what was given are megabytes each: a few at once. */
const atOnce = (table: string) => (table.endsWith('_part') ? 4 : 200)

/** Copies every row of one store into another that is empty, in one snapshot of the first and one transaction of the second. */
export async function copyEverything(from: Store, to: Store): Promise<void> {
  await from.read(({ db: source }) =>
    to.write(async ({ db: target }) => {
      // Both engines order by the same columns, so that pages of rows neither overlap nor miss any.
      for (const { name: table, key } of tablesInOrder) {
        const there = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target)
        if (there.rows.length) throw new Error(`There are rows in ${table} already. Restore into an empty database.`)
        const most = atOnce(table)
        for (let offset = 0; ; offset += most) {
          const { rows } = await sql<
            Record<string, unknown>
          >`select * from ${sql.table(table)} order by ${sql.raw(key)} limit ${most} offset ${offset}`.execute(source)
          if (rows.length)
            await target
              .insertInto(table as never)
              .values(rows.map(plain) as never)
              .execute()
          if (rows.length < most) break
        }
      }
    }),
  )
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
