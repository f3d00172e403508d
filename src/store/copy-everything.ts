import { sql } from 'kysely'
import { tablesInOrder } from './migrate.ts'
import type { Store } from './store.ts'

/** The batch size: rows of `_part` tables are megabytes each. */
const batchOf = (table: string) => (table.endsWith('_part') ? 4 : 200)

/**
 * Copies every row of a store into an empty one, in one snapshot of the first and one transaction
 * of the second.
 */
export async function copyEverything(from: Store, to: Store): Promise<void> {
  await from.read(({ db: source }) =>
    to.write(async ({ db: target }) => {
      // Both engines order by the same key, so batches neither overlap nor miss rows.
      for (const { name: table, key } of tablesInOrder) {
        const there = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target)
        if (there.rows.length) throw new Error(`There are rows in ${table} already. Restore into an empty database.`)
        const batch = batchOf(table)
        for (let offset = 0; ; offset += batch) {
          const { rows } = await sql<
            Record<string, unknown>
          >`select * from ${sql.table(table)} order by ${sql.raw(key)} limit ${batch} offset ${offset}`.execute(source)
          if (rows.length)
            await target
              .insertInto(table as never)
              .values(rows.map(plain) as never)
              .execute()
          if (rows.length < batch) break
        }
      }
    }),
  )
}

/** Converts values to what both engines accept: times as ISO text, booleans as numbers. */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : typeof value === 'boolean' ? Number(value) : value,
    ]),
  )
}
