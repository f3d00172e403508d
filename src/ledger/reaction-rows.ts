import { type Slots, statement, type Tx } from '../store/index.ts'

const cursor = statement((db, $: Slots<{ space: string; reaction: string }>) =>
  db.selectFrom('reaction_cursor').select('seq').where('space_id', '=', $.space).where('reaction', '=', $.reaction),
)

const cursors = statement((db, $: Slots<{ space: string }>) =>
  db.selectFrom('reaction_cursor').select(['reaction', 'seq']).where('space_id', '=', $.space),
)

const start = statement((db, $: Slots<{ space: string; reaction: string; seq: number }>) =>
  db
    .insertInto('reaction_cursor')
    .values({ space_id: $.space, reaction: $.reaction, seq: $.seq })
    .onConflict((conflict) => conflict.columns(['space_id', 'reaction']).doNothing()),
)

const move = statement((db, $: Slots<{ space: string; reaction: string; from: number; to: number }>) =>
  db
    .updateTable('reaction_cursor')
    .set({ seq: $.to })
    .where('space_id', '=', $.space)
    .where('reaction', '=', $.reaction)
    .where('seq', '=', $.from),
)

type Place = { at: string; reaction: string; seq: number; most: number }
const parked = statement((db, $: Slots<Place & { space: string }>) =>
  db
    .selectFrom('parked')
    .select(['reaction', 'seq', 'fault', 'at'])
    .where('space_id', '=', $.space)
    .where((eb) => eb(eb.refTuple('at', 'reaction', 'seq'), '>', eb.tuple($.at, $.reaction, $.seq)))
    .orderBy('at')
    .orderBy('reaction')
    .orderBy('seq')
    .limit($.most),
)

const retries = statement((db, $: Slots<{ space: string }>) =>
  db
    .selectFrom('parked')
    .select(['reaction', 'seq'])
    .where('space_id', '=', $.space)
    .where('retry_at', 'is not', null)
    .orderBy('seq'),
)

/** The cursor of a reaction in a space; undefined before its first entry. */
export const cursorOf = async (tx: Tx, space: string, reaction: string) =>
  (await tx.first(cursor, { space, reaction }))?.seq

/** The cursor of each reaction in a space. */
export const cursorsIn = (tx: Tx, space: string) => tx.all(cursors, { space })

/** Moves a reaction's cursor; returns false if another process has moved it. */
export async function moveCursor(tx: Tx, space: string, reaction: string, from: number, to: number): Promise<boolean> {
  if (from === 0) await tx.run(start, { space, reaction, seq: 0 })
  return (await tx.run(move, { space, reaction, from, to })) === 1
}

/** Parks an entry on which a reaction failed. */
export const park = (tx: Tx, row: { space_id: string; reaction: string; seq: number; fault: string; at: string }) =>
  tx.db
    .insertInto('parked')
    .values({ ...row, retry_at: null })
    .onConflict((conflict) =>
      conflict.columns(['space_id', 'reaction', 'seq']).doUpdateSet({ fault: row.fault, at: row.at, retry_at: null }),
    )
    .execute()

/** The parked entries of a space, oldest first, a number of them after a place in that order. */
export const parkedAfter = (tx: Tx, space: string, from: Place) => tx.all(parked, { space, ...from })

/** The parked entries that an owner wants retried. */
export const parkedToRetry = (tx: Tx, space: string) => tx.all(retries, { space })

/** Requests a retry of a parked entry; returns false if it is not parked. */
export async function retryParked(tx: Tx, space: string, reaction: string, seq: number, now: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('parked')
    .set({ retry_at: now })
    .where('space_id', '=', space)
    .where('reaction', '=', reaction)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Removes a parked entry; returns false if it was not there. */
export async function unpark(tx: Tx, space: string, reaction: string, seq: number): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('parked')
    .where('space_id', '=', space)
    .where('reaction', '=', reaction)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
