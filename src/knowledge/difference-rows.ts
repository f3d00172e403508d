import { sql } from 'kysely'
import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { sameTopic } from './merged-rows.ts'

type NewDifference = Tables['difference']
const differences = (db: Database) =>
  db
    .selectFrom('difference')
    .innerJoin('claim as one', (join) =>
      join.onRef('one.space_id', '=', 'difference.space_id').onRef('one.id', '=', 'difference.one_claim'),
    )
    .innerJoin('claim as other', (join) =>
      join.onRef('other.space_id', '=', 'difference.space_id').onRef('other.id', '=', 'difference.other_claim'),
    )
    .selectAll('difference')
    .where('one.withdrawn_at', 'is', null)
    .where('other.withdrawn_at', 'is', null)
    .orderBy('difference.found_at')
    .orderBy('difference.id')

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  differences(db).where('difference.space_id', '=', $.space).where('difference.id', '=', $.id),
)

type From = { at: string; id: string }
const ofTopic = statement((db, $: Slots<{ space: string; topic: string; most: number } & From>) =>
  differences(db)
    .where('difference.space_id', '=', $.space)
    .where((eb) => eb.or([eb('one.topic_id', 'in', sameTopic($)), eb('other.topic_id', 'in', sameTopic($))]))
    .where((eb) => eb(eb.refTuple('difference.found_at', 'difference.id'), '>', eb.tuple($.at, $.id)))
    .limit($.most),
)

/** In a query: the groups of a person. */
const groupsOf = ($: { space: string; person: string }) =>
  sql<string>`(select community_id from community_member where space_id = ${$.space} and person_id = ${$.person})`

const waitingForOne = statement((db, $: Slots<{ space: string; person: string }>) =>
  differences(db)
    .where('difference.space_id', '=', $.space)
    .where((eb) => eb.or([eb('one.speaker_id', '=', $.person), eb('one.group_id', 'in', groupsOf($))]))
    .where('difference.one_said_at', 'is', null),
)

const waitingForOther = statement((db, $: Slots<{ space: string; person: string }>) =>
  differences(db)
    .where('difference.space_id', '=', $.space)
    .where((eb) => eb.or([eb('other.speaker_id', '=', $.person), eb('other.group_id', 'in', groupsOf($))]))
    .where('difference.other_said_at', 'is', null),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  differences(db).where('difference.space_id', '=', $.space).where('difference.area_id', 'in', $.areas),
)

const add = statement((db, $: Slots<NewDifference>) =>
  db
    .insertInto('difference')
    .values({
      space_id: $.space_id,
      id: $.id,
      area_id: $.area_id,
      one_claim: $.one_claim,
      other_claim: $.other_claim,
      found_at: $.found_at,
      one_said_at: $.one_said_at,
      other_said_at: $.other_said_at,
    })
    .onConflict((conflict) => conflict.columns(['space_id', 'one_claim', 'other_claim']).doNothing()),
)

const said = statement((db, $: Slots<Pick<NewDifference, 'space_id' | 'id' | 'one_said_at' | 'other_said_at'>>) =>
  db
    .updateTable('difference')
    .set({ one_said_at: $.one_said_at, other_said_at: $.other_said_at })
    .where('space_id', '=', $.space_id)
    .where('id', '=', $.id),
)

/** Two claims that differ. */
export type DifferenceRow = NewDifference

/** A difference by its id; undefined if one of its claims was withdrawn. */
export const differenceById = (tx: Tx, space: string, id: string): Promise<DifferenceRow | undefined> =>
  tx.first(byId, { space, id })

/** The differences of a topic's claims after a position, up to a limit. */
export const differencesFrom = (
  tx: Tx,
  space: string,
  topic: string,
  from: From,
  most: number,
): Promise<DifferenceRow[]> => tx.all(ofTopic, { space, topic, ...from, most })

/** Differences in which a person has not said yet when their claim holds. */
export async function differencesWaitingFor(tx: Tx, space: string, person: string): Promise<DifferenceRow[]> {
  const ofMine = [
    ...(await tx.all(waitingForOne, { space, person })),
    ...(await tx.all(waitingForOther, { space, person })),
  ]
  return ofMine.sort((a, b) => (a.found_at < b.found_at || (a.found_at === b.found_at && a.id < b.id) ? -1 : 1))
}

/** The differences of claims in these areas. */
export const differencesIn = (tx: Tx, space: string, areas: string[]): Promise<DifferenceRow[]> =>
  tx.all(inAreas, { space, areas })

/** Adds a difference, unless the two claims have one. */
export const addDifference = (tx: Tx, row: NewDifference) => tx.run(add, row)

/** Records when each side said when its claim holds. */
export const keepSaid = (tx: Tx, row: Pick<NewDifference, 'space_id' | 'id' | 'one_said_at' | 'other_said_at'>) =>
  tx.run(said, row)
