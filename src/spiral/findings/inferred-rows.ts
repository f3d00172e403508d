import { type Database, type Slots, statement, type Tables, type Tx } from '../../store/index.ts'

type InferredRow = Tables['inferred']
type Key = Pick<InferredRow, 'space_id' | 'turn_id' | 'finding' | 'person_id'>

const add = statement((db, $: Slots<Omit<InferredRow, 'stands_at'>>) =>
  db.insertInto('inferred').values({
    space_id: $.space_id,
    turn_id: $.turn_id,
    finding: $.finding,
    person_id: $.person_id,
    line: $.line,
    at: $.at,
    stands_at: null,
  }),
)

const ofTurn = statement((db, $: Slots<{ space: string; scan: string }>) =>
  db
    .selectFrom('inferred')
    .select(['finding', 'person_id', 'stands_at'])
    .where('space_id', '=', $.space)
    .where('turn_id', '=', $.scan),
)

/** Query part: findings about a person, newest first, with their scan. */
const about = (db: Database, $: Slots<{ space: string; person: string }>) =>
  db
    .selectFrom('inferred')
    .innerJoin('turn', (join) =>
      join.onRef('turn.space_id', '=', 'inferred.space_id').onRef('turn.id', '=', 'inferred.turn_id'),
    )
    .innerJoin('person', 'person.id', 'turn.by_person')
    .select(['inferred.turn_id', 'inferred.finding', 'inferred.line', 'inferred.at', 'inferred.stands_at'])
    .select(['turn.area_id', 'turn.by_person', 'turn.name as brought', 'person.name as byName'])
    .where('inferred.space_id', '=', $.space)
    .where('inferred.person_id', '=', $.person)
    .orderBy('inferred.at', 'desc')
    .orderBy('inferred.turn_id', 'desc')
    .orderBy('inferred.finding')

const ofPerson = statement((db, $: Slots<{ space: string; person: string }>) => about(db, $))

type Before = {
  space: string
  person: string
  areas: string[]
  at: string
  scan: string
  finding: number
  most: number
}
const before = statement((db, $: Slots<Before>) =>
  about(db, $)
    .where('turn.area_id', 'in', $.areas)
    .where('inferred.at', '<=', $.at)
    .where((eb) =>
      eb.or([
        eb(eb.refTuple('inferred.at', 'inferred.turn_id'), '<', eb.tuple($.at, $.scan)),
        eb.and([
          eb('inferred.at', '=', $.at),
          eb('inferred.turn_id', '=', $.scan),
          eb('inferred.finding', '>', $.finding),
        ]),
      ]),
    )
    .limit($.most),
)

const stand = statement((db, $: Slots<Key & Pick<InferredRow, 'stands_at'>>) =>
  db
    .updateTable('inferred')
    .set({ stands_at: $.stands_at })
    .where('space_id', '=', $.space_id)
    .where('turn_id', '=', $.turn_id)
    .where('finding', '=', $.finding)
    .where('person_id', '=', $.person_id),
)

/** Records that a finding is about a member. */
export const addInferred = (tx: Tx, row: Omit<InferredRow, 'stands_at'>) => tx.run(add, row)

/**
 * The findings of a scan that are about members, and since when each member lets theirs be seen.
 */
export const inferredIn = (tx: Tx, space: string, scan: string) => tx.all(ofTurn, { space, scan })

/** The findings about a person, newest first. */
export const inferredAbout = (tx: Tx, space: string, person: string) => tx.all(ofPerson, { space, person })

/** The same in these areas, a page of them after a position. */
export const inferredBefore = (tx: Tx, given: Before) => tx.all(before, given)

/** Sets whether whoever ran the scan may see the finding. */
export const letInferredStand = (tx: Tx, key: Key & Pick<InferredRow, 'stands_at'>) => tx.run(stand, key)
