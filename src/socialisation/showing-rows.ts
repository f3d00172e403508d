import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type ShowingRow = Tables['showing']

const add = statement((db, $: Slots<ShowingRow>) =>
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
  (db, $: Slots<Pick<ShowingRow, 'space_id' | 'id' | 'shower_said_at' | 'shown_said_at' | 'conversion'>>) =>
    db
      .updateTable('showing')
      .set({ shower_said_at: $.shower_said_at, shown_said_at: $.shown_said_at, conversion: $.conversion })
      .where('space_id', '=', $.space_id)
      .where('id', '=', $.id),
)

const off = statement((db, $: Slots<{ space: string; id: string; now: string }>) =>
  db.updateTable('showing').set({ called_off_at: $.now }).where('space_id', '=', $.space).where('id', '=', $.id),
)

const showings = (db: Database) =>
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

const became = statement((db, $: Slots<{ space: string; topics: string[]; conversion: string }>) =>
  db
    .selectFrom('showing')
    .select(['id', 'topic_id', 'question_id', 'shower', 'shown'])
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', $.topics)
    .where('conversion', '=', $.conversion),
)

const by = statement((db, $: Slots<{ space: string; shower: string; questions: string[] }>) =>
  db
    .selectFrom('showing')
    .select('question_id')
    .where('space_id', '=', $.space)
    .where('shower', '=', $.shower)
    .where('question_id', 'in', $.questions)
    .where('called_off_at', 'is', null),
)

/** A showing with both people's names and its question. */
export type Showing = ShowingRow & { showerName: string; shownName: string; words: string }

/** Adds an offer to show. */
export const addShowing = (tx: Tx, row: ShowingRow) => tx.run(add, row)

/** A showing by its id. */
export const showingById = (tx: Tx, space: string, id: string): Promise<Showing | undefined> =>
  tx.first(byId, { space, id })

/** The showings that wait for this person's confirmation. */
export async function showingsWaitingFor(tx: Tx, space: string, person: string): Promise<Showing[]> {
  const waiting = [...(await tx.all(toShow, { space, person })), ...(await tx.all(toBeShown, { space, person }))]
  return waiting.sort((a, b) =>
    a.offered_at < b.offered_at || (a.offered_at === b.offered_at && a.id < b.id) ? -1 : 1,
  )
}

/** The showings of a question that were not called off. */
export const showingsOf = (tx: Tx, space: string, question: string): Promise<Showing[]> =>
  tx.all(ofQuestion, { space, question })

/** The showings on these topics that became a conversion. */
export const showingsThatBecame = (tx: Tx, space: string, topics: string[], conversion: string) =>
  tx.all(became, { space, topics, conversion })

/** Those of these questions whose asker a person has offered to show. */
export const shownBy = async (tx: Tx, space: string, shower: string, questions: string[]) =>
  new Set(
    questions.length ? (await tx.all(by, { space, shower, questions })).map(({ question_id }) => question_id) : [],
  )

/** Stores the confirmations, and the conversion once there are both. */
export const keepSaid = (
  tx: Tx,
  row: Parameters<
    typeof tx.run<Pick<ShowingRow, 'space_id' | 'id' | 'shower_said_at' | 'shown_said_at' | 'conversion'>, unknown>
  >[1],
) => tx.run(said, row)

/** Calls a showing off. */
export const callOffShowing = (tx: Tx, space: string, id: string, now: string) => tx.run(off, { space, id, now })
