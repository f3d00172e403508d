import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { sameTopic } from './merged-rows.ts'

type KeepingRow = Tables['keeping']
const keepings = (db: Database) =>
  db
    .selectFrom('keeping')
    .innerJoin('person', 'person.id', 'keeping.person_id')
    .innerJoin('person as asker', 'asker.id', 'keeping.asked_by')
    .innerJoin('topic', (join) =>
      join.onRef('topic.space_id', '=', 'keeping.space_id').onRef('topic.id', '=', 'keeping.topic_id'),
    )
    .selectAll('keeping')
    .select(['person.name', 'asker.name as askerName', 'topic.area_id'])

const ofTopic = statement((db, $: Slots<{ space: string; topic: string }>) =>
  keepings(db)
    .where('keeping.space_id', '=', $.space)
    .where('keeping.topic_id', 'in', sameTopic($))
    .where('keeping.ended_at', 'is', null)
    .orderBy('keeping.asked_at')
    .orderBy('keeping.id'),
)

const ofPerson = statement((db, $: Slots<{ space: string; person: string }>) =>
  keepings(db)
    .where('keeping.space_id', '=', $.space)
    .where('keeping.person_id', '=', $.person)
    .where('keeping.ended_at', 'is', null)
    .where('keeping.declined_at', 'is', null)
    .orderBy('keeping.asked_at')
    .orderBy('keeping.id'),
)

const add = statement((db, $: Slots<KeepingRow>) =>
  db.insertInto('keeping').values({
    space_id: $.space_id,
    id: $.id,
    topic_id: $.topic_id,
    person_id: $.person_id,
    asked_by: $.asked_by,
    asked_at: $.asked_at,
    since: $.since,
    declined_at: $.declined_at,
    ended_at: $.ended_at,
  }),
)

type Settled = Pick<KeepingRow, 'space_id' | 'id' | 'since' | 'declined_at' | 'ended_at'>
const settle = statement((db, $: Slots<Settled>) =>
  db
    .updateTable('keeping')
    .set({ since: $.since, declined_at: $.declined_at, ended_at: $.ended_at })
    .where('space_id', '=', $.space_id)
    .where('id', '=', $.id),
)

const say = statement((db, $: Slots<Tables['still_true']>) =>
  db
    .insertInto('still_true')
    .values({ space_id: $.space_id, id: $.id, topic_id: $.topic_id, by_person: $.by_person, at: $.at }),
)

const said = statement((db, $: Slots<{ space: string; topic: string }>) =>
  db
    .selectFrom('still_true')
    .innerJoin('person', 'person.id', 'still_true.by_person')
    .select(['still_true.at', 'still_true.by_person', 'person.name as byName'])
    .where('still_true.space_id', '=', $.space)
    .where('still_true.topic_id', 'in', sameTopic($))
    .orderBy('still_true.at', 'desc')
    .orderBy('still_true.id', 'desc')
    .limit(1),
)

/**
 * The keepers of a topic's page and those asked to be, whatever they answered; callers filter those
 * who declined.
 */
export const keepingsOf = (tx: Tx, space: string, topic: string) => tx.all(ofTopic, { space, topic })

/** The pages that a person keeps, or has been asked to keep and not answered. */
export const keepingsBy = (tx: Tx, space: string, person: string) => tx.all(ofPerson, { space, person })

/** Adds a keeper, or a request to become one. */
export const addKeeping = (tx: Tx, row: KeepingRow) => tx.run(add, row)

/** Records the answer. */
export const settleKeeping = (tx: Tx, row: Settled) => tx.run(settle, row)

/** Records that somebody says a page is still true. */
export const sayStillTrue = (tx: Tx, row: Tables['still_true']) => tx.run(say, row)

/** The last person to say that a page is still true, and when; or undefined. */
export const lastStillTrue = (tx: Tx, space: string, topic: string) => tx.first(said, { space, topic })
