import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type Row = Tables['claim_writer']

const add = statement((db, $: Slots<Row>) =>
  db.insertInto('claim_writer').values({ space_id: $.space_id, source_id: $.source_id, person_id: $.person_id }),
)

const of = statement((db, $: Slots<{ space: string; source: string }>) =>
  db.selectFrom('claim_writer').select('person_id').where('space_id', '=', $.space).where('source_id', '=', $.source),
)

/** Seals the writer of a group's words. */
export const sealWriter = (tx: Tx, row: Row) => tx.run(add, row)

/** Whether this person wrote the words of a group; only for withdrawal and for erasing a person. */
export const wroteForGroup = async (tx: Tx, space: string, source: string, person: string) =>
  (await tx.first(of, { space, source }))?.person_id === person
