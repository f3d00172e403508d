import { sql } from 'kysely'
import { grew } from '../../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../../store/index.ts'

/** A scan's row; the table has the former name of scans. */
export type Scan = Tables['turn']

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('turn').selectAll().where('space_id', '=', $.space).where('id', '=', $.id),
)

const of = statement(
  (db, $: Slots<{ space: string; person: string; areas: string[]; at: string; id: string; most: number }>) =>
    db
      .selectFrom('turn')
      .select(['id', 'area_id', 'name', 'begun_at', 'wished_at', 'turned_at'])
      .where('space_id', '=', $.space)
      .where('by_person', '=', $.person)
      .where('area_id', 'in', $.areas)
      .where((eb) => eb(eb.refTuple('begun_at', 'id'), '<', eb.tuple($.at, $.id)))
      .orderBy('begun_at', 'desc')
      .orderBy('id', 'desc')
      .limit($.most),
)

const takenUp = statement((db, $: Slots<{ space: string; scan: string }>) =>
  db
    .selectFrom('turn_take_up')
    .select(['finding', 'topic_id', 'question_id'])
    .where('space_id', '=', $.space)
    .where('turn_id', '=', $.scan)
    .orderBy('finding'),
)

const takenUpOne = statement((db, $: Slots<{ space: string; scan: string; finding: number }>) =>
  db
    .selectFrom('turn_take_up')
    .select(['topic_id', 'question_id'])
    .where('space_id', '=', $.space)
    .where('turn_id', '=', $.scan)
    .where('finding', '=', $.finding),
)

const partOf = statement((db, $: Slots<{ space: string; scan: string; part: number }>) =>
  db
    .selectFrom('turn_part')
    .select('bytes')
    .where('space_id', '=', $.space)
    .where('turn_id', '=', $.scan)
    .where('part', '=', $.part),
)

const size = statement((db, $: Slots<{ space: string; scan: string; part: number }>) =>
  db
    .selectFrom('turn_part')
    .select(sql<number>`octet_length(bytes)`.as('bytes'))
    .where('space_id', '=', $.space)
    .where('turn_id', '=', $.scan)
    .where('part', '=', $.part),
)

const sizeOfAll = statement((db, $: Slots<{ space: string; scan: string }>) =>
  db
    .selectFrom('turn_part')
    .innerJoin('turn', (join) =>
      join.onRef('turn.space_id', '=', 'turn_part.space_id').onRef('turn.id', '=', 'turn_part.turn_id'),
    )
    .select(['turn.by_person', sql<number>`cast(sum(octet_length(turn_part.bytes)) as bigint)`.as('bytes')])
    .where('turn_part.space_id', '=', $.space)
    .where('turn_part.turn_id', '=', $.scan)
    .groupBy('turn.by_person'),
)

/** A scan by its id. */
export const scanById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** A page of a person's scans in these areas, newest first, after a position. */
export const scansFrom = (
  tx: Tx,
  space: string,
  person: string,
  areas: string[],
  { at, id }: { at: string; id: string },
  most: number,
) => tx.all(of, { space, person, areas, at, id, most })

/** Inserts a scan. */
export const addScan = (tx: Tx, row: Scan) => tx.db.insertInto('turn').values(row).execute()

/** Stores a part of somebody's upload as base64; the same part again replaces it. */
export async function keepPart(tx: Tx, row: Tables['turn_part'], person: string): Promise<void> {
  const { space_id: space, turn_id: scan, part } = row
  const before = await tx.first(size, { space, scan, part })
  await tx.db
    .insertInto('turn_part')
    .values(row)
    .onConflict((conflict) => conflict.columns(['space_id', 'turn_id', 'part']).doUpdateSet({ bytes: row.bytes }))
    .execute()
  grew(tx, { space, person, bytes: row.bytes.length - Number(before?.bytes ?? 0) })
}

async function dropParts(tx: Tx, space: string, scan: string): Promise<void> {
  const dropped = await tx.first(sizeOfAll, { space, scan })
  if (!dropped) return
  await tx.db.deleteFrom('turn_part').where('space_id', '=', space).where('turn_id', '=', scan).execute()
  grew(tx, { space, person: dropped.by_person, bytes: -Number(dropped.bytes) })
}

/** The number of parts received, and the number of the last one. */
export async function partsOf(tx: Tx, space: string, scan: string): Promise<{ count: number; last: number }> {
  const { count, last } = await tx.db
    .selectFrom('turn_part')
    .select((eb) => [eb.fn.countAll().as('count'), eb.fn.max('part').as('last')])
    .where('space_id', '=', space)
    .where('turn_id', '=', scan)
    .executeTakeFirstOrThrow()
  return { count: Number(count), last: last === null ? -1 : Number(last) }
}

/** The part with this number, or undefined. */
export const partNumbered = (tx: Tx, space: string, scan: string, part: number) =>
  tx.first(partOf, { space, scan, part })

/** Marks an upload as complete and its scan as wished. */
export const setWished = (tx: Tx, space: string, id: string, at: string) => change(tx, space, id, { wished_at: at })

/** Stores a scan's progress or partial result; never over a complete one. */
export const setProgress = (
  tx: Tx,
  space: string,
  id: string,
  { progress, result }: { progress?: string; result?: string },
) =>
  tx.db
    .updateTable('turn')
    .set({ ...(progress !== undefined && { progress }), ...(result !== undefined && { turned: result }) })
    .where('space_id', '=', space)
    .where('id', '=', id)
    .where('turned_at', 'is', null)
    .execute()

/** Stores the result of a scan and deletes the upload. */
export async function setScanned(tx: Tx, space: string, id: string, { result, at }: { result: string; at: string }) {
  await change(tx, space, id, { turned: result, turned_at: at, progress: null })
  await dropParts(tx, space, id)
}

/** Deletes a scan with all that belongs to it. */
export const dropScan = async (tx: Tx, space: string, id: string) => {
  await dropParts(tx, space, id)
  await tx.db.deleteFrom('turn').where('space_id', '=', space).where('id', '=', id).execute()
}

/** Deletes scans begun before a moment whose upload was never completed. */
export const dropUnsent = async (tx: Tx, before: string): Promise<void> => {
  const unsent = await tx.db
    .selectFrom('turn')
    .select(['space_id', 'id'])
    .where('wished_at', 'is', null)
    .where('begun_at', '<', before)
    .execute()
  for (const { space_id, id } of unsent) await dropScan(tx, space_id, id)
}

/** Records that a finding was taken up, with its question. */
export const addTakeUp = (tx: Tx, row: Tables['turn_take_up']) => tx.db.insertInto('turn_take_up').values(row).execute()

/** The findings of a scan that were taken up. */
export const takeUpsOf = (tx: Tx, space: string, scan: string) => tx.all(takenUp, { space, scan })

/** What a finding became, if it was taken up. */
export const takeUpOf = (tx: Tx, space: string, scan: string, finding: number) =>
  tx.first(takenUpOne, { space, scan, finding })

const change = (tx: Tx, space: string, id: string, values: Partial<Scan>) =>
  tx.db.updateTable('turn').set(values).where('space_id', '=', space).where('id', '=', id).execute()
