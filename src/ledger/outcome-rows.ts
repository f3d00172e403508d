import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type OutcomeRow = Tables['outcome']

const byKey = statement((db, $: Slots<{ space: string; person: string; key: string }>) =>
  db
    .selectFrom('outcome')
    .select(['act', 'input_hash', 'result'])
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.person)
    .where('key', '=', $.key),
)

const keep = statement((db, $: Slots<OutcomeRow>) =>
  db.insertInto('outcome').values({
    space_id: $.space_id,
    person_id: $.person_id,
    key: $.key,
    act: $.act,
    input_hash: $.input_hash,
    result: $.result,
    at: $.at,
  }),
)

/** The stored outcome of a person's act by its key, if any. */
export const outcomeOf = (tx: Tx, space: string, person: string, key: string) => tx.first(byKey, { space, person, key })

/** Stores the outcome of an act, so that the same key returns it again. */
export const keepOutcome = (tx: Tx, row: OutcomeRow) => tx.run(keep, row)
