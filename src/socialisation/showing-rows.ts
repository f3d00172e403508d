import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type Row = Tables['showing']

const add = statement((db, $: Slots<Row>) =>
  db.insertInto('showing').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    question_id: $.question_id,
    shower: $.shower,
    shown: $.shown,
    offered_at: $.offered_at,
    shower_said_at: $.shower_said_at,
    shown_said_at: $.shown_said_at,
    called_off_at: $.called_off_at,
    conversion: $.conversion,
  }),
)

const said = statement(
  (db, $: Slots<Pick<Row, 'space_id' | 'id' | 'shower_said_at' | 'shown_said_at' | 'conversion'>>) =>
    db
      .updateTable('showing')
      .set({ shower_said_at: $.shower_said_at, shown_said_at: $.shown_said_at, conversion: $.conversion })
      .where('space_id', '=', $.space_id)
      .where('id', '=', $.id),
)

const off = statement((db, $: Slots<{ space: string; id: string; now: string }>) =>
  db.updateTable('showing').set({ called_off_at: $.now }).where('space_id', '=', $.space).where('id', '=', $.id),
)

type Q = Parameters<Parameters<typeof statement>[0]>[0]
const showings = (db: Q) =>
  db
    .selectFrom('showing')
    .innerJoin('person as a', 'a.id', 'showing.shower')
    .innerJoin('person as b', 'b.id', 'showing.shown')
    .innerJoin('question', (join) =>
      join.onRef('question.space_id', '=', 'showing.space_id').onRef('question.id', '=', 'showing.question_id'),
    )
    .selectAll('showing')
    .select(['a.name as showerName', 'b.name as shownName', 'question.words'])

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  showings(db).where('showing.space_id', '=', $.space).where('showing.id', '=', $.id),
)

const toShow = statement((db, $: Slots<{ space: string; person: string }>) =>
  showings(db)
    .where('showing.space_id', '=', $.space)
    .where('showing.shower', '=', $.person)
    .where('showing.shower_said_at', 'is', null)
    .where('showing.called_off_at', 'is', null),
)

const toBeShown = statement((db, $: Slots<{ space: string; person: string }>) =>
  showings(db)
    .where('showing.space_id', '=', $.space)
    .where('showing.shown', '=', $.person)
    .where('showing.shown_said_at', 'is', null)
    .where('showing.called_off_at', 'is', null),
)

const ofQuestion = statement((db, $: Slots<{ space: string; question: string }>) =>
  showings(db)
    .where('showing.space_id', '=', $.space)
    .where('showing.question_id', '=', $.question)
    .where('showing.called_off_at', 'is', null)
    .orderBy('showing.offered_at')
    .orderBy('showing.id'),
)

/** A showing, with both people's names and the question it came from. */
export type Showing = Row & { showerName: string; shownName: string; words: string }

/** Keeps an offer to show. */
export const addShowing = (tx: Tx, row: Row) => tx.run(add, row)

/** A showing by its id. */
export const showingById = (tx: Tx, space: string, id: string): Promise<Showing | undefined> =>
  tx.first(byId, { space, id })

/** The showings that wait for this person's word. */
export async function showingsWaitingFor(tx: Tx, space: string, person: string): Promise<Showing[]> {
  const waiting = [...(await tx.all(toShow, { space, person })), ...(await tx.all(toBeShown, { space, person }))]
  return waiting.sort((a, b) =>
    a.offered_at < b.offered_at || (a.offered_at === b.offered_at && a.id < b.id) ? -1 : 1,
  )
}

/** The showings that came of a question and were not called off. */
export const showingsOf = (tx: Tx, space: string, question: string): Promise<Showing[]> =>
  tx.all(ofQuestion, { space, question })

/** Writes what the two have said, and the conversion once both have. */
export const keepSaid = (
  tx: Tx,
  row: Parameters<
    typeof tx.run<Pick<Row, 'space_id' | 'id' | 'shower_said_at' | 'shown_said_at' | 'conversion'>, unknown>
  >[1],
) => tx.run(said, row)

/** Calls a showing off. */
export const callOffShowing = (tx: Tx, space: string, id: string, now: string) => tx.run(off, { space, id, now })
