import { sameTopic } from '../knowledge/index.ts'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type CardRow = Tables['card']

const mine = statement((db, $: Slots<{ space: string; person: string; exercise: string }>) =>
  db
    .selectFrom('card')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.person)
    .where('exercise_id', '=', $.exercise),
)

const keep = statement((db, $: Slots<CardRow>) =>
  db
    .insertInto('card')
    .values({
      space_id: $.space_id,
      person_id: $.person_id,
      exercise_id: $.exercise_id,
      due_at: $.due_at,
      schedule: $.schedule,
      remembered_at: $.remembered_at,
      rested_at: $.rested_at,
    })
    .onConflict((conflict) =>
      conflict.columns(['space_id', 'person_id', 'exercise_id']).doUpdateSet({
        due_at: $.due_at,
        schedule: $.schedule,
        remembered_at: $.remembered_at,
        rested_at: $.rested_at,
      }),
    ),
)

const again = statement((db, $: Slots<{ space: string; exercise: string; now: string }>) =>
  db.updateTable('card').set({ due_at: $.now }).where('space_id', '=', $.space).where('exercise_id', '=', $.exercise),
)

const learners = statement((db, $: Slots<{ space: string; exercise: string }>) =>
  db
    .selectFrom('card')
    .select('person_id')
    .where('space_id', '=', $.space)
    .where('exercise_id', '=', $.exercise)
    .orderBy('person_id'),
)

const log = statement((db, $: Slots<Tables['recall']>) =>
  db.insertInto('recall').values({
    space_id: $.space_id,
    id: $.id,
    person_id: $.person_id,
    exercise_id: $.exercise_id,
    grade: $.grade,
    reply: $.reply,
    at: $.at,
  }),
)

const recalled = statement((db, $: Slots<{ space: string; person: string; topic: string; until: string }>) =>
  db
    .selectFrom('recall')
    .innerJoin('exercise', (join) =>
      join.onRef('exercise.space_id', '=', 'recall.space_id').onRef('exercise.id', '=', 'recall.exercise_id'),
    )
    .innerJoin('claim', (join) =>
      join.onRef('claim.space_id', '=', 'exercise.space_id').onRef('claim.id', '=', 'exercise.claim_id'),
    )
    .select(['claim.id', 'claim.statement', 'claim.page_conversion', 'claim.told_conversion'])
    .select((eb) => eb.fn.max<string>('recall.at').as('at'))
    .where('recall.space_id', '=', $.space)
    .where('recall.person_id', '=', $.person)
    .where('recall.grade', '!=', 'missed')
    .where('recall.at', '<', $.until)
    .where('claim.withdrawn_at', 'is', null)
    .where('claim.topic_id', 'in', sameTopic($))
    .groupBy(['claim.id', 'claim.statement', 'claim.page_conversion', 'claim.told_conversion'])
    .orderBy('at', 'desc')
    .orderBy('claim.id')
    .limit(20),
)

/** A person's card of an exercise: their private schedule. */
export const cardOf = (tx: Tx, space: string, person: string, exercise: string) =>
  tx.first(mine, { space, person, exercise })

/** Adds or updates a card. */
export const keepCard = (tx: Tx, row: CardRow) => tx.run(keep, row)

/** Makes an exercise due for everybody, since its claim has changed. */
export const askAgain = (tx: Tx, space: string, exercise: string, now: string) =>
  tx.run(again, { space, exercise, now })

/** The people with a card of an exercise. */
export const learnersOf = (tx: Tx, space: string, exercise: string) => tx.all(learners, { space, exercise })

/** Logs one recall, for its learner and their scheduler. */
export const logRecall = (tx: Tx, row: Tables['recall']) => tx.run(log, row)

/** The lines of a topic that a person recalled before a time, latest first. */
export const linesRecalled = (tx: Tx, space: string, person: string, topic: string, until: string) =>
  tx.all(recalled, { space, person, topic, until })
