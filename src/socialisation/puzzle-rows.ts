import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

/** Something that puzzled a person, with the time of each later step. */
export type Puzzle = Tables['puzzle']

const ofPerson = statement((db, $: Slots<{ space: string; person: string; at: string; id: string; most: number }>) =>
  db
    .selectFrom('puzzle')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.person)
    .where((eb) => eb(eb.refTuple('puzzled_at', 'id'), '<', eb.tuple($.at, $.id)))
    .orderBy('puzzled_at', 'desc')
    .orderBy('id', 'desc')
    .limit($.most),
)

const byId = statement((db, $: Slots<{ space: string; person: string; id: string }>) =>
  db
    .selectFrom('puzzle')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.person)
    .where('id', '=', $.id),
)

const add = statement((db, $: Slots<Puzzle>) =>
  db.insertInto('puzzle').values({
    space_id: $.space_id,
    id: $.id,
    person_id: $.person_id,
    words: $.words,
    puzzled_at: $.puzzled_at,
    still_at: $.still_at,
    answered_at: $.answered_at,
    question_id: $.question_id,
    of_person: $.of_person,
  }),
)

type Outcome = Pick<Puzzle, 'still_at' | 'answered_at' | 'question_id' | 'of_person'>
const change = statement((db, $: Slots<Outcome & { space_id: string; id: string }>) =>
  db
    .updateTable('puzzle')
    .set({
      still_at: $.still_at,
      answered_at: $.answered_at,
      question_id: $.question_id,
      of_person: $.of_person,
    })
    .where('space_id', '=', $.space_id)
    .where('id', '=', $.id),
)

const drop = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.deleteFrom('puzzle').where('space_id', '=', $.space).where('id', '=', $.id),
)

/** A person's puzzles, newest first, after a position, up to a limit. */
export const puzzlesFrom = (
  tx: Tx,
  space: string,
  person: string,
  { at, id }: { at: string; id: string },
  most: number,
): Promise<Puzzle[]> => tx.all(ofPerson, { space, person, at, id, most })

/** One puzzle of a person. */
export const puzzleOf = (tx: Tx, space: string, person: string, id: string): Promise<Puzzle | undefined> =>
  tx.first(byId, { space, person, id })

/** Adds a puzzle. */
export const addPuzzle = (tx: Tx, row: Puzzle) => tx.run(add, row)

/** Updates a puzzle. */
export const changePuzzle = (tx: Tx, row: Puzzle) => tx.run(change, row)

/** Deletes a puzzle. */
export const dropPuzzle = (tx: Tx, space: string, id: string) => tx.run(drop, { space, id })
