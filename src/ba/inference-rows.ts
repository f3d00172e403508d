import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type InferenceRow = Tables['inference']

const add = statement((db, $: Slots<Omit<InferenceRow, 'turned_off_by' | 'turned_off_at'>>) =>
  db.insertInto('inference').values({
    space_id: $.space_id,
    id: $.id,
    what: $.what,
    turned_on_by: $.turned_on_by,
    turned_on_at: $.turned_on_at,
    turned_off_by: null,
    turned_off_at: null,
  }),
)

const standing = statement((db, $: Slots<{ space: string }>) =>
  db
    .selectFrom('inference')
    .innerJoin('person', 'person.id', 'inference.turned_on_by')
    .select(['inference.id', 'inference.what', 'inference.turned_on_by', 'inference.turned_on_at', 'person.name'])
    .where('inference.space_id', '=', $.space)
    .where('inference.turned_off_at', 'is', null)
    .orderBy('inference.turned_on_at')
    .orderBy('inference.id'),
)

const off = statement((db, $: Slots<{ space: string; what: string; by: string; at: string }>) =>
  db
    .updateTable('inference')
    .set({ turned_off_by: $.by, turned_off_at: $.at })
    .where('space_id', '=', $.space)
    .where('what', '=', $.what)
    .where('turned_off_at', 'is', null),
)

/** Records that something may be read from now on. */
export const addInference = (tx: Tx, row: Omit<InferenceRow, 'turned_off_by' | 'turned_off_at'>) => tx.run(add, row)

/** What may be read in a space now, each with the person who turned it on. */
export const inferenceOn = (tx: Tx, space: string) => tx.all(standing, { space })

/** Records that something may no longer be read; no effect if it was not. */
export const endInference = (tx: Tx, space: string, what: string, by: string, at: string) =>
  tx.run(off, { space, what, by, at })
