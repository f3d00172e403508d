import type { Mode } from '../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type Row = Tables['conversion']

const keep = statement((db, $: Slots<Row>) =>
  db.insertInto('conversion').values({
    space_id: $.space_id,
    id: $.id,
    seq: $.seq,
    mode: $.mode,
    area_id: $.area_id,
    from_person: $.from_person,
    with_person: $.with_person,
    topics: $.topics,
    level: $.level,
    causes: $.causes,
    at: $.at,
  }),
)

const seen = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  db
    .selectFrom('conversion')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .orderBy('seq')
    .orderBy('id'),
)

/** A conversion as the ledger keeps it, its lists read. */
export interface Converted {
  id: string
  mode: Mode
  area: string
  from: string | null
  with: string | null
  topics: string[]
  causes: string[]
  at: string
}

/** Keeps one conversion; nothing changes or drops it afterwards. */
export const keepConversion = (tx: Tx, row: Row) => tx.run(keep, row)

/** Every conversion in these areas, in the order in which they were recorded. */
export async function conversionsOf(tx: Tx, space: string, areas: string[]): Promise<Converted[]> {
  const rows = await tx.all(seen, { space, areas })
  return rows.map((row) => ({
    id: row.id,
    mode: row.mode as Mode,
    area: row.area_id,
    from: row.from_person,
    with: row.with_person,
    topics: JSON.parse(row.topics) as string[],
    causes: JSON.parse(row.causes) as string[],
    at: row.at,
  }))
}
