import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type WonderingRow = Tables['wondering']

const add = statement((db, $: Slots<WonderingRow>) =>
  db
    .insertInto('wondering')
    .values({ space_id: $.space_id, question_id: $.question_id, person_id: $.person_id, at: $.at })
    .onConflict((conflict) => conflict.columns(['space_id', 'question_id', 'person_id']).doNothing()),
)

const drop = statement((db, $: Slots<Omit<WonderingRow, 'at'>>) =>
  db
    .deleteFrom('wondering')
    .where('space_id', '=', $.space_id)
    .where('question_id', '=', $.question_id)
    .where('person_id', '=', $.person_id),
)

const ofPerson = statement((db, $: Slots<{ space: string; person: string }>) =>
  db.selectFrom('wondering').select('question_id').where('space_id', '=', $.space).where('person_id', '=', $.person),
)

/** Adds a person's interest in a question; no effect if it exists. */
export const addWondering = (tx: Tx, row: WonderingRow) => tx.run(add, row)

/** Removes it. */
export const dropWondering = (tx: Tx, row: Omit<WonderingRow, 'at'>) => tx.run(drop, row)

/** The questions of others that a person wonders about; private. */
export const wonderedBy = async (tx: Tx, space: string, person: string): Promise<Set<string>> =>
  new Set((await tx.all(ofPerson, { space, person })).map(({ question_id }) => question_id))
