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

/** The things that a person has dismissed. */
export const dismissalsOf = async (tx: Tx, space: string, person: string) =>
  new Set((await tx.all(mine, { space, person })).map(({ thing }) => thing))

/** Dismisses a thing; does nothing if it is dismissed already. */
export const addDismissal = (tx: Tx, row: Tables['dismissal']) => tx.run(add, row)
