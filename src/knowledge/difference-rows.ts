import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { sameTopic } from './merged-rows.ts'

type Row = Tables['difference']
type Q = Parameters<Parameters<typeof statement>[0]>[0]
const differences = (db: Q) =>
  db
    .selectFrom('difference')
    .innerJoin('claim as one', (join) =>
      join.onRef('one.space_id', '=', 'difference.space_id').onRef('one.id', '=', 'difference.one_claim'),
    )
    .innerJoin('claim as other', (join) =>
      join.onRef('other.space_id', '=', 'difference.space_id').onRef('other.id', '=', 'difference.other_claim'),
    )
    .selectAll('difference')
    .select(['one.speaker_id as oneSpeaker', 'other.speaker_id as otherSpeaker'])
    .where('one.withdrawn_at', 'is', null)
    .where('other.withdrawn_at', 'is', null)
    .orderBy('difference.found_at')
    .orderBy('difference.id')

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  differences(db).where('difference.space_id', '=', $.space).where('difference.id', '=', $.id),
)

const ofTopic = statement((db, $: Slots<{ space: string; topic: string }>) =>
  differences(db)
    .where('difference.space_id', '=', $.space)
    .where((eb) => eb.or([eb('one.topic_id', 'in', sameTopic($)), eb('other.topic_id', 'in', sameTopic($))])),
)

const waitingForOne = statement((db, $: Slots<{ space: string; person: string }>) =>
  differences(db)
    .where('difference.space_id', '=', $.space)
    .where('one.speaker_id', '=', $.person)
    .where('difference.one_said_at', 'is', null),
)

const waitingForOther = statement((db, $: Slots<{ space: string; person: string }>) =>
  differences(db)
    .where('difference.space_id', '=', $.space)
    .where('other.speaker_id', '=', $.person)
    .where('difference.other_said_at', 'is', null),
)

const inAreas = statement((db, $: Slots<{ space: string; areas: string[] }>) =>
  differences(db).where('difference.space_id', '=', $.space).where('difference.area_id', 'in', $.areas),
)

const add = statement((db, $: Slots<Row>) =>
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

const said = statement((db, $: Slots<Pick<Row, 'space_id' | 'id' | 'one_said_at' | 'other_said_at'>>) =>
  db
    .updateTable('difference')
    .set({ one_said_at: $.one_said_at, other_said_at: $.other_said_at })
    .where('space_id', '=', $.space_id)
    .where('id', '=', $.id),
)

/** Two claims that differ, with who said them. */
export type DifferenceRow = Row & { oneSpeaker: string; otherSpeaker: string }

/** Two claims that differ, by the difference's id; of a claim that was withdrawn there is none. */
export const differenceById = (tx: Tx, space: string, id: string): Promise<DifferenceRow | undefined> =>
  tx.first(byId, { space, id })

/** Where claims of a topic differ from others. */
export const differencesOf = (tx: Tx, space: string, topic: string): Promise<DifferenceRow[]> =>
  tx.all(ofTopic, { space, topic })

/** Where a person's claims differ from somebody else's, and they have not said when theirs holds. */
export async function differencesWaitingFor(tx: Tx, space: string, person: string): Promise<DifferenceRow[]> {
  const ofMine = [
    ...(await tx.all(waitingForOne, { space, person })),
    ...(await tx.all(waitingForOther, { space, person })),
  ]
  return ofMine.sort((a, b) => (a.found_at < b.found_at || (a.found_at === b.found_at && a.id < b.id) ? -1 : 1))
}

/** Where claims of these areas differ. */
export const differencesIn = (tx: Tx, space: string, areas: string[]): Promise<DifferenceRow[]> =>
  tx.all(inAreas, { space, areas })

/** Keeps that two claims differ; the same two are kept once. */
export const addDifference = (tx: Tx, row: Row) => tx.run(add, row)

/** Keeps who has said when theirs holds. */
export const keepSaid = (tx: Tx, row: Pick<Row, 'space_id' | 'id' | 'one_said_at' | 'other_said_at'>) =>
  tx.run(said, row)
