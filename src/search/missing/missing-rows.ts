import { type Slots, statement, type Tables, type Tx } from '../../store/index.ts'

/** Something that somebody looked for and that was not here: theirs alone until they let the room know. */
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

/** Keeps what somebody looked for. */
export const addMissing = (tx: Tx, row: Missing) => tx.run(add, row)

type From = { at: string; id: string }

/** What a person looked for, newest first, for that person, so many from a place on. */
export const missingOf = (
  tx: Tx,
  space: string,
  person: string,
  most: number,
  { at, id }: From = { at: '~', id: '~' },
): Promise<Missing[]> => tx.all(ofPerson, { space, person, at, id, most })

/** What a person looked for in the same words, or undefined. */
export const missingInWords = (tx: Tx, space: string, person: string, plain: string): Promise<Missing | undefined> =>
  tx.first(inWords, { space, person, plain })

/** One of them, whosever it is. */
export const missingById = (tx: Tx, space: string, id: string): Promise<Missing | undefined> =>
  tx.first(byId, { space, id })

/** What the room knows to be missing in these areas, what waited longest first, so many from a place on. */
export const missingInRoom = (
  tx: Tx,
  space: string,
  areas: string[],
  most: number,
  { at, id }: From = { at: '', id: '' },
): Promise<Missing[]> => tx.all(inRoom, { space, areas, at, id, most })

/** Whether the room heard of this first, of all that are looked for in the same words. */
export const isFirstInRoom = async (tx: Tx, { space_id: space, area_id: area, plain, id }: Missing) =>
  (await tx.first(firstInRoom, { space, area, plain }))?.id === id

/** What nobody has found yet, the newest of all people. */
export const missingStill = (tx: Tx, space: string): Promise<Missing[]> => tx.all(open, { space })

/** Notes what came of it. */
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

/** Forgets it. */
export const dropMissingRow = (tx: Tx, space: string, id: string) => tx.run(drop, { space, id })
