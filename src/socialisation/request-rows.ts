import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type RequestRow = Tables['request']

const add = statement((db, $: Slots<RequestRow>) =>
  db.insertInto('request').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    question_id: $.question_id,
    to_person: $.to_person,
    from_person: $.from_person,
    made_at: $.made_at,
    because: $.because,
    snoozed_until: $.snoozed_until,
    closed_as: $.closed_as,
    closed_at: $.closed_at,
  }),
)

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.selectFrom('request').selectAll().where('space_id', '=', $.space).where('id', '=', $.id),
)

const openTo = statement((db, $: Slots<{ space: string; person: string }>) =>
  db
    .selectFrom('request')
    .innerJoin('person', 'person.id', 'request.from_person')
    .selectAll('request')
    .select('person.name as fromName')
    .where('request.space_id', '=', $.space)
    .where('request.to_person', '=', $.person)
    .where('request.closed_at', 'is', null)
    .orderBy('request.made_at')
    .orderBy('request.id'),
)

const ofQuestion = statement((db, $: Slots<{ space: string; question: string; person: string }>) =>
  db
    .selectFrom('request')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('question_id', '=', $.question)
    .where('to_person', '=', $.person)
    .orderBy('made_at', 'desc'),
)

const close = statement((db, $: Slots<{ space: string; id: string; as: string; now: string }>) =>
  db
    .updateTable('request')
    .set({ closed_as: $.as, closed_at: $.now })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id),
)

const reopen = statement((db, $: Slots<{ space: string; id: string }>) =>
  db
    .updateTable('request')
    .set({ closed_as: null, closed_at: null, snoozed_until: null })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id),
)

const snoozeUntil = statement((db, $: Slots<{ space: string; id: string; until: string }>) =>
  db.updateTable('request').set({ snoozed_until: $.until }).where('space_id', '=', $.space).where('id', '=', $.id),
)

/** Adds a request. */
export const addRequest = (tx: Tx, row: RequestRow) => tx.run(add, row)

/** A request by its id. */
export const requestById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** The open requests to a person, oldest first, including snoozed ones. */
export const requestsTo = (tx: Tx, space: string, person: string) => tx.all(openTo, { space, person })

/** The requests of one question to one person, newest first. */
export const requestsOf = (tx: Tx, space: string, question: string, person: string) =>
  tx.all(ofQuestion, { space, question, person })

/** Closes a request as `answered`, `showing`, `passed` or `declined`. */
export const closeRequest = (tx: Tx, space: string, id: string, as: string, now: string) =>
  tx.run(close, { space, id, as, now })

/** Reopens a request when the same is asked again. */
export const reopenRequest = (tx: Tx, space: string, id: string) => tx.run(reopen, { space, id })

/** Snoozes a request until a day. */
export const snoozeRequest = (tx: Tx, space: string, id: string, until: string) =>
  tx.run(snoozeUntil, { space, id, until })
