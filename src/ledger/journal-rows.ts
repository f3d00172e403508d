import { sql } from 'kysely'
import { type Slots, statement, type Tables, type Tx, WRITTEN } from '../store/index.ts'

type JournalRow = Tables['journal']

const keep = statement((db, $: Slots<JournalRow>) =>
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

const withId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('journal').selectAll().where('space_id', '=', $.space).where('id', '=', $.id),
)

/** Writes an entry and notifies the other processes on the same store. */
export async function keepEntry(tx: Tx, row: JournalRow): Promise<void> {
  await tx.run(keep, row)
  if (tx.kind === 'postgres') await sql`select pg_notify(${WRITTEN}, ${row.space_id})`.execute(tx.db)
}

/** An entry by its own id. */
export const entryWithId = (tx: Tx, space: string, id: string) => tx.first(withId, { space, id })

/** The entries after a number in a space's order, oldest first. */
export const entriesAfter = (tx: Tx, space: string, seq: number, most: number) => tx.all(after, { space, seq, most })

/** One entry, or undefined once it has expired. */
export const entryAt = (tx: Tx, space: string, seq: number) => tx.first(one, { space, seq })

/** Deletes entries and outcomes older than a time; conversions are kept forever. */
export async function forgetOldJournal(tx: Tx, before: { journal: string; outcomes: string }): Promise<void> {
  await tx.db
    .deleteFrom('journal')
    .where('at', '<', before.journal)
    // Entries that a reaction has not followed yet are kept.
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
