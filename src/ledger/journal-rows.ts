import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type Row = Tables['journal']

const keep = statement((db, $: Slots<Row>) =>
  db.insertInto('journal').values({
    space_id: $.space_id,
    seq: $.seq,
    id: $.id,
    act: $.act,
    by_person: $.by_person,
    door: $.door,
    changed: $.changed,
    at: $.at,
  }),
)

const after = statement((db, $: Slots<{ space: string; seq: number; most: number }>) =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('seq', '>', $.seq)
    .orderBy('seq')
    .limit($.most),
)

const one = statement((db, $: Slots<{ space: string; seq: number }>) =>
  db.selectFrom('journal').selectAll().where('space_id', '=', $.space).where('seq', '=', $.seq),
)

/** Keeps one entry. */
export const keepEntry = (tx: Tx, row: Row) => tx.run(keep, row)

/** The entries after a place in a space's order, oldest first. */
export const entriesAfter = (tx: Tx, space: string, seq: number, most: number) => tx.all(after, { space, seq, most })

/** One entry, or undefined once its retention is over. */
export const entryAt = (tx: Tx, space: string, seq: number) => tx.first(one, { space, seq })

/** Forgets entries and kept outcomes from before a moment; conversions stay for good. */
export async function forgetOldJournal(tx: Tx, before: { journal: string; outcomes: string }): Promise<void> {
  await tx.db
    .deleteFrom('journal')
    .where('at', '<', before.journal)
    // What a reaction has not come to yet is not old.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('reaction_cursor')
            .select('reaction')
            .whereRef('reaction_cursor.space_id', '=', 'journal.space_id')
            .whereRef('reaction_cursor.seq', '<', 'journal.seq'),
        ),
      ),
    )
    .execute()
  await tx.db.deleteFrom('outcome').where('at', '<', before.outcomes).execute()
}
