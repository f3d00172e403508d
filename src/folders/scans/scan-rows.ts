import { type Slots, statement, type Tables, type Tx } from '../../store/index.ts'

/** A scan as its row keeps it. The table has the name that scans had before. */
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

/** A scan by its id. */
export const scanById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** The scans that somebody has in these areas, newest first, so many from a place on. */
export const scansFrom = (
  tx: Tx,
  space: string,
  person: string,
  areas: string[],
  { at, id }: { at: string; id: string },
  most: number,
) => tx.all(of, { space, person, areas, at, id, most })

/** Begins a scan. */
export const addScan = (tx: Tx, row: Scan) => tx.db.insertInto('turn').values(row).execute()

/** Keeps a part of what is to be scanned, as base64; the same part again replaces it. */
export async function keepPart(tx: Tx, row: Tables['turn_part']): Promise<void> {
  await tx.db
    .insertInto('turn_part')
    .values(row)
    .onConflict((conflict) => conflict.columns(['space_id', 'turn_id', 'part']).doUpdateSet({ bytes: row.bytes }))
    .execute()
}

/** How many parts have come, and the number of the last one. */
export async function partsOf(tx: Tx, space: string, scan: string): Promise<{ count: number; last: number }> {
  const { count, last } = await tx.db
    .selectFrom('turn_part')
    .select((eb) => [eb.fn.countAll().as('count'), eb.fn.max('part').as('last')])
    .where('space_id', '=', space)
    .where('turn_id', '=', scan)
    .executeTakeFirstOrThrow()
  return { count: Number(count), last: last === null ? -1 : Number(last) }
}

/** One part, or nothing where there is none of that number. */
export const partNumbered = (tx: Tx, space: string, scan: string, part: number) =>
  tx.first(partOf, { space, scan, part })

/** Notes that all has come and the scan is wished for. */
export const setWished = (tx: Tx, space: string, id: string, at: string) => change(tx, space, id, { wished_at: at })

/** Notes how far a scan has come, or what is sure already of its result; never over a result that is whole. */
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

/** Keeps the result of a scan; what was sent is needed no longer, and goes. */
export async function setScanned(tx: Tx, space: string, id: string, { result, at }: { result: string; at: string }) {
  await change(tx, space, id, { turned: result, turned_at: at, progress: null })
  await tx.db.deleteFrom('turn_part').where('space_id', '=', space).where('turn_id', '=', id).execute()
}

/** Forgets a scan with all that it holds. */
export const dropScan = async (tx: Tx, space: string, id: string) => {
  await tx.db.deleteFrom('turn').where('space_id', '=', space).where('id', '=', id).execute()
}

/** Forgets the scans that were begun before a moment and never sent whole. */
export const dropUnsent = async (tx: Tx, before: string): Promise<void> => {
  await tx.db.deleteFrom('turn').where('wished_at', 'is', null).where('begun_at', '<', before).execute()
}

/** Notes that a finding was taken up, and what it became. */
export const addTakeUp = (tx: Tx, row: Tables['turn_take_up']) => tx.db.insertInto('turn_take_up').values(row).execute()

/** Which findings of a scan were taken up. */
export const takeUpsOf = (tx: Tx, space: string, scan: string) => tx.all(takenUp, { space, scan })

/** What one finding became, where it was taken up. */
export const takeUpOf = (tx: Tx, space: string, scan: string, finding: number) =>
  tx.first(takenUpOne, { space, scan, finding })

const change = (tx: Tx, space: string, id: string, values: Partial<Scan>) =>
  tx.db.updateTable('turn').set(values).where('space_id', '=', space).where('id', '=', id).execute()
