import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type DoingRow = Tables['doing']

const add = statement((db, $: Slots<DoingRow>) =>
  db.insertInto('doing').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    person_id: $.person_id,
    done_on: $.done_on,
    witness: $.witness,
    words: $.words,
    said_at: $.said_at,
    witnessed_at: $.witnessed_at,
    not_seen_at: $.not_seen_at,
    conversion: $.conversion,
    claim_id: $.claim_id,
    help: $.help,
    help_seen: $.help_seen,
    unusual: $.unusual,
    unusual_seen: $.unusual_seen,
    led_by: $.led_by,
    struck_at: $.struck_at,
  }),
)

const doings = (db: Database) =>
  db.selectFrom('doing').innerJoin('person', 'person.id', 'doing.person_id').selectAll('doing').select('person.name')

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  doings(db).where('doing.space_id', '=', $.space).where('doing.id', '=', $.id),
)

const toWitness = statement((db, $: Slots<{ space: string; witness: string }>) =>
  doings(db)
    .where('doing.space_id', '=', $.space)
    .where('doing.witness', '=', $.witness)
    .where('doing.witnessed_at', 'is', null)
    .where('doing.not_seen_at', 'is', null)
    .orderBy('doing.said_at')
    .orderBy('doing.id'),
)

type From = { space: string; person: string; areas: string[]; at: string; id: string; most: number }
const ofPerson = statement((db, $: Slots<From>) =>
  doings(db)
    .innerJoin('person as seer', 'seer.id', 'doing.witness')
    .select('seer.name as witnessName')
    .where('doing.space_id', '=', $.space)
    .where((eb) => eb.or([eb('doing.person_id', '=', $.person), eb('doing.witness', '=', $.person)]))
    .where('doing.area_id', 'in', $.areas)
    .where('doing.witnessed_at', 'is not', null)
    .where('doing.struck_at', 'is', null)
    .where((eb) => eb(eb.refTuple('doing.witnessed_at', 'doing.id'), '<', eb.tuple($.at, $.id)))
    .orderBy('doing.witnessed_at', 'desc')
    .orderBy('doing.id', 'desc')
    .limit($.most),
)

type Seen = Pick<
  DoingRow,
  'space_id' | 'id' | 'witnessed_at' | 'not_seen_at' | 'conversion' | 'help_seen' | 'unusual_seen'
>
const answer = statement((db, $: Slots<Seen>) =>
  db
    .updateTable('doing')
    .set({
      witnessed_at: $.witnessed_at,
      not_seen_at: $.not_seen_at,
      conversion: $.conversion,
      help_seen: $.help_seen,
      unusual_seen: $.unusual_seen,
    })
    .where('space_id', '=', $.space_id)
    .where('id', '=', $.id),
)

type Same = { topic: string; claim: string | null; person: string; witness: string; on: string }
const same = statement((db, $: Slots<Omit<Same, 'claim'> & { space: string }>) =>
  db
    .selectFrom('doing')
    .select(['id', 'claim_id'])
    .where('space_id', '=', $.space)
    .where('topic_id', '=', $.topic)
    .where('person_id', '=', $.person)
    .where('witness', '=', $.witness)
    .where('done_on', '=', $.on)
    .where('not_seen_at', 'is', null)
    .where('struck_at', 'is', null),
)

const became = statement((db, $: Slots<{ space: string; topics: string[]; conversion: string }>) =>
  db
    .selectFrom('doing')
    .select(['id', 'topic_id', 'person_id', 'witness'])
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', $.topics)
    .where('conversion', '=', $.conversion),
)

const strike = statement((db, $: Slots<{ space: string; id: string; now: string }>) =>
  db.updateTable('doing').set({ struck_at: $.now }).where('space_id', '=', $.space).where('id', '=', $.id),
)

/** Strikes a doing: it was not so, and may be said anew as it was. */
export const strikeDoing = (tx: Tx, space: string, id: string, now: string) => tx.run(strike, { space, id, now })

/** The doings on these topics that became a conversion. */
export const doingsThatBecame = (tx: Tx, space: string, topics: string[], conversion: string) =>
  tx.all(became, { space, topics, conversion })

/** An earlier report of the same person, line, day and witness, neither denied nor struck. */
export const sameDoing = async (tx: Tx, space: string, { claim, ...said }: Same) =>
  (await tx.all(same, { space, ...said })).find(({ claim_id }) => claim_id === claim)

/** A doing with its doer's name. */
export type Doing = DoingRow & { name: string }

/** Adds a doing. */
export const addDoing = (tx: Tx, row: DoingRow) => tx.run(add, row)

/** A doing by its id. */
export const doingById = (tx: Tx, space: string, id: string): Promise<Doing | undefined> =>
  tx.first(byId, { space, id })

/** The doings that wait for this person's confirmation as witness. */
export const doingsToWitness = (tx: Tx, space: string, witness: string): Promise<Doing[]> =>
  tx.all(toWitness, { space, witness })

/** Stores the witness's answer. */
export const keepWitness = (tx: Tx, row: Seen) => tx.run(answer, row)

/**
 * The confirmed doings that a person did or witnessed in these areas, latest first, after a
 * position.
 */
export const doingsOf = (
  tx: Tx,
  space: string,
  person: string,
  areas: string[],
  from: { at: string; id: string; most: number },
) => tx.all(ofPerson, { space, person, areas, ...from })
