import { sql } from 'kysely'
import { grew } from '../../../ba/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../../../store/index.ts'

type ArrivalRow = Tables['arrival']

/** A document on its way to become a source. */
export type Arrival = ArrivalRow

const add = statement((db, $: Slots<ArrivalRow>) =>
  db.insertInto('arrival').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    by_person: $.by_person,
    name: $.name,
    title: $.title,
    address: $.address,
    replaces: $.replaces,
    parts: $.parts,
    file_id: $.file_id,
    begun_at: $.begun_at,
    wished_at: $.wished_at,
    ended_at: $.ended_at,
    fault: $.fault,
    source_id: $.source_id,
    already: $.already,
  }),
)

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('arrival').selectAll().where('space_id', '=', $.space).where('id', '=', $.id),
)

const ofPerson = statement(
  (db, $: Slots<{ space: string; person: string; areas: string[]; at: string; id: string; most: number }>) =>
    db
      .selectFrom('arrival')
      .selectAll()
      .where('space_id', '=', $.space)
      .where('by_person', '=', $.person)
      .where('area_id', 'in', $.areas)
      .where((eb) => eb(eb.refTuple('begun_at', 'id'), '<', eb.tuple($.at, $.id)))
      .orderBy('begun_at', 'desc')
      .orderBy('id', 'desc')
      .limit($.most),
)

const addPart = statement((db, $: Slots<Tables['arrival_part']>) =>
  db
    .insertInto('arrival_part')
    .values({ space_id: $.space_id, arrival_id: $.arrival_id, part: $.part, bytes: $.bytes })
    .onConflict((on) => on.columns(['space_id', 'arrival_id', 'part']).doUpdateSet({ bytes: $.bytes })),
)

const parts = statement((db, $: Slots<{ space: string; arrival: string }>) =>
  db
    .selectFrom('arrival_part')
    .select('bytes')
    .where('space_id', '=', $.space)
    .where('arrival_id', '=', $.arrival)
    .orderBy('part'),
)

const counted = statement((db, $: Slots<{ space: string; arrival: string }>) =>
  db
    .selectFrom('arrival_part')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('space_id', '=', $.space)
    .where('arrival_id', '=', $.arrival),
)

const size = statement((db, $: Slots<{ space: string; arrival: string; part: number }>) =>
  db
    .selectFrom('arrival_part')
    .select(sql<number>`octet_length(bytes)`.as('bytes'))
    .where('space_id', '=', $.space)
    .where('arrival_id', '=', $.arrival)
    .where('part', '=', $.part),
)

const sizeOfAll = statement((db, $: Slots<{ space: string; arrival: string }>) =>
  db
    .selectFrom('arrival_part')
    .innerJoin('arrival', (join) =>
      join.onRef('arrival.space_id', '=', 'arrival_part.space_id').onRef('arrival.id', '=', 'arrival_part.arrival_id'),
    )
    .select(['arrival.by_person', sql<number>`cast(sum(octet_length(arrival_part.bytes)) as bigint)`.as('bytes')])
    .where('arrival_part.space_id', '=', $.space)
    .where('arrival_part.arrival_id', '=', $.arrival)
    .groupBy('arrival.by_person'),
)

const dropParts = statement((db, $: Slots<{ space: string; arrival: string }>) =>
  db.deleteFrom('arrival_part').where('space_id', '=', $.space).where('arrival_id', '=', $.arrival),
)

const drop = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.deleteFrom('arrival').where('space_id', '=', $.space).where('id', '=', $.id),
)

const wish = statement((db, $: Slots<{ space: string; id: string; at: string }>) =>
  db
    .updateTable('arrival')
    .set({ wished_at: $.at, ended_at: null, fault: null })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id),
)

const end = statement(
  (db, $: Slots<Pick<ArrivalRow, 'space_id' | 'id' | 'ended_at' | 'fault' | 'source_id' | 'already'>>) =>
    db
      .updateTable('arrival')
      .set({ ended_at: $.ended_at, fault: $.fault, source_id: $.source_id, already: $.already })
      .where('space_id', '=', $.space_id)
      .where('id', '=', $.id),
)

/** Inserts an arrival. */
export const addArrival = (tx: Tx, row: ArrivalRow) => tx.run(add, row)

/** Finds an arrival by id, whoever brought it. */
export const arrivalById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** Lists a person's arrivals in these areas after a keyset position, newest first. */
export const arrivalsFrom = (
  tx: Tx,
  space: string,
  person: string,
  areas: string[],
  { at, id }: { at: string; id: string },
  most: number,
) => tx.all(ofPerson, { space, person, areas, at, id, most })

/** Stores one part of somebody's upload; the same part again replaces it. */
export async function keepArrivalPart(tx: Tx, row: Tables['arrival_part'], person: string): Promise<void> {
  const { space_id: space, arrival_id: arrival, part } = row
  const before = await tx.first(size, { space, arrival, part })
  await tx.run(addPart, row)
  grew(tx, { space, person, bytes: row.bytes.length - Number(before?.bytes ?? 0) })
}

/** Counts the parts received. */
export const partsCome = async (tx: Tx, space: string, arrival: string) =>
  Number((await tx.first(counted, { space, arrival }))?.count ?? 0)

/** Concatenates the bytes of all parts. */
export const arrivalBytes = async (tx: Tx, space: string, arrival: string): Promise<Uint8Array> =>
  Buffer.concat((await tx.all(parts, { space, arrival })).map(({ bytes }) => Buffer.from(bytes, 'base64')))

/** Deletes the parts of an arrival that has ended. */
export async function dropArrivalParts(tx: Tx, space: string, arrival: string): Promise<void> {
  const dropped = await tx.first(sizeOfAll, { space, arrival })
  if (!dropped) return
  await tx.run(dropParts, { space, arrival })
  grew(tx, { space, person: dropped.by_person, bytes: -Number(dropped.bytes) })
}

/** Deletes an arrival with its parts. */
export async function dropArrival(tx: Tx, space: string, id: string): Promise<void> {
  await dropArrivalParts(tx, space, id)
  await tx.run(drop, { space, id })
}

/** Marks an arrival as complete and ready to be read. */
export const wishArrival = (tx: Tx, space: string, id: string, at: string) => tx.run(wish, { space, id, at })

/** Stores the outcome of an arrival. */
export const endArrival = (
  tx: Tx,
  row: Pick<ArrivalRow, 'space_id' | 'id' | 'ended_at' | 'fault' | 'source_id' | 'already'>,
) => tx.run(end, row)

/** Deletes, in every space, arrivals begun before a time and never sent completely. */
export async function dropUnsentArrivals(tx: Tx, before: string): Promise<void> {
  const unsent = await tx.db
    .selectFrom('arrival')
    .select(['space_id', 'id'])
    .where('begun_at', '<', before)
    .where('wished_at', 'is', null)
    .execute()
  for (const { space_id, id } of unsent) await dropArrival(tx, space_id, id)
}
