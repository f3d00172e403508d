import { type Slots, statement, type Tables, type Tx } from '../../store/index.ts'

const mine = statement((db, $: Slots<{ space: string; person: string }>) =>
  db.selectFrom('dismissal').select('thing').where('space_id', '=', $.space).where('person_id', '=', $.person),
)

const add = statement((db, $: Slots<Tables['dismissal']>) =>
  db
    .insertInto('dismissal')
    .values({ space_id: $.space_id, person_id: $.person_id, thing: $.thing, at: $.at })
    .onConflict((conflict) => conflict.columns(['space_id', 'person_id', 'thing']).doNothing()),
)

/** What a person has put aside. */
export const dismissalsOf = async (tx: Tx, space: string, person: string) =>
  new Set((await tx.all(mine, { space, person })).map(({ thing }) => thing))

/** Puts something aside; harmless when it is. */
export const addDismissal = (tx: Tx, row: Tables['dismissal']) => tx.run(add, row)
