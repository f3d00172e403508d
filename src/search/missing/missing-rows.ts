import { type Slots, statement, type Tables, type Tx } from '../../store/index.ts'

/** A search that found nothing; private until its owner shows it to the room. */
export type Missing = Tables['missing']

const add = statement((db, $: Slots<Missing>) =>
  db.insertInto('missing').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    person_id: $.person_id,
    words: $.words,
    plain: $.plain,
    looked_at: $.looked_at,
    room_at: $.room_at,
    found_at: $.found_at,
  }),
)

type Before = { at: string; id: string; most: number }
const ofPerson = statement((db, $: Slots<{ space: string; person: string } & Before>) =>
  db
    .selectFrom('missing')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.person)
    .where((eb) => eb(eb.refTuple('looked_at', 'id'), '<', eb.tuple($.at, $.id)))
    .orderBy('looked_at', 'desc')
    .orderBy('id', 'desc')
    .limit($.most),
)

const inWords = statement((db, $: Slots<{ space: string; person: string; plain: string }>) =>
  db
    .selectFrom('missing')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.person)
    .where('plain', '=', $.plain),
)

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('missing').selectAll().where('space_id', '=', $.space).where('id', '=', $.id),
)

const inRoom = statement((db, $: Slots<{ space: string; areas: string[] } & Before>) =>
  db
    .selectFrom('missing')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('area_id', 'in', $.areas)
    .where('room_at', 'is not', null)
    .where('found_at', 'is', null)
    .where((eb) => eb(eb.refTuple('room_at', 'id'), '>', eb.tuple($.at, $.id)))
    .orderBy('room_at')
    .orderBy('id')
    .limit($.most),
)

const firstInRoom = statement((db, $: Slots<{ space: string; area: string; plain: string }>) =>
  db
    .selectFrom('missing')
    .select('id')
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .where('plain', '=', $.plain)
    .where('room_at', 'is not', null)
    .where('found_at', 'is', null)
    .orderBy('room_at')
    .orderBy('id')
    .limit(1),
)

const open = statement((db, $: Slots<{ space: string }>) =>
  db
    .selectFrom('missing')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('found_at', 'is', null)
    .orderBy('looked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(300),
)

const change = statement((db, $: Slots<Pick<Missing, 'space_id' | 'id' | 'looked_at' | 'room_at' | 'found_at'>>) =>
  db
    .updateTable('missing')
    .set({ looked_at: $.looked_at, room_at: $.room_at, found_at: $.found_at })
    .where('space_id', '=', $.space_id)
    .where('id', '=', $.id),
)

const drop = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.deleteFrom('missing').where('space_id', '=', $.space).where('id', '=', $.id),
)

/** Adds a search. */
export const addMissing = (tx: Tx, row: Missing) => tx.run(add, row)

type From = { at: string; id: string }

/** A person's searches, newest first, after a position, up to a limit. */
export const missingOf = (
  tx: Tx,
  space: string,
  person: string,
  most: number,
  { at, id }: From = { at: '~', id: '~' },
): Promise<Missing[]> => tx.all(ofPerson, { space, person, at, id, most })

/** A person's search with the same words, or undefined. */
export const missingInWords = (tx: Tx, space: string, person: string, plain: string): Promise<Missing | undefined> =>
  tx.first(inWords, { space, person, plain })

/** A search by its id, whoever owns it. */
export const missingById = (tx: Tx, space: string, id: string): Promise<Missing | undefined> =>
  tx.first(byId, { space, id })

/** The searches shown to the room in these areas, oldest first, after a position, up to a limit. */
export const missingInRoom = (
  tx: Tx,
  space: string,
  areas: string[],
  most: number,
  { at, id }: From = { at: '', id: '' },
): Promise<Missing[]> => tx.all(inRoom, { space, areas, at, id, most })

/** Whether this search was shown to the room first among those with the same words. */
export const isFirstInRoom = async (tx: Tx, { space_id: space, area_id: area, plain, id }: Missing) =>
  (await tx.first(firstInRoom, { space, area, plain }))?.id === id

/** The open searches of all people, newest first. */
export const missingStill = (tx: Tx, space: string): Promise<Missing[]> => tx.all(open, { space })

/** Updates a search. */
export const changeMissing = (
  tx: Tx,
  {
    space_id,
    id,
    looked_at,
    room_at,
    found_at,
  }: Pick<Missing, 'space_id' | 'id' | 'looked_at' | 'room_at' | 'found_at'>,
) => tx.run(change, { space_id, id, looked_at, room_at, found_at })

/** Deletes a search. */
export const dropMissingRow = (tx: Tx, space: string, id: string) => tx.run(drop, { space, id })
