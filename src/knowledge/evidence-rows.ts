import { sql } from 'kysely'
import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { sameTopic, topicNow } from './merged-rows.ts'

type Row = Tables['evidence']

const add = statement((db, $: Slots<Row>) =>
  db.insertInto('evidence').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    person_id: $.person_id,
    kind: $.kind,
    with_person: $.with_person,
    at: $.at,
    stands_at: $.stands_at,
    because: $.because,
  }),
)

type Q = Parameters<Parameters<typeof statement>[0]>[0]
const evidence = (db: Q) =>
  db
    .selectFrom('evidence')
    .innerJoin('person', 'person.id', 'evidence.person_id')
    .leftJoin('person as other', 'other.id', 'evidence.with_person')
    .selectAll('evidence')
    .select(['person.name', 'other.name as withName'])

/** What was earned on a topic, and by explaining lines that were split off to it since. */
const onTopic = ($: { space: string; topic: string }) =>
  sql<string>`(
    select id from evidence where space_id = ${$.space} and topic_id in ${sameTopic($)}
    union select own.id from claim_move as move
      join claim on claim.space_id = move.space_id and claim.id = move.claim_id
      join evidence as own on own.space_id = claim.space_id and own.person_id = claim.speaker_id
        and own.because = claim.source_id and own.kind = 'explained'
      where move.space_id = ${$.space} and move.to_topic in ${sameTopic($)} and claim.topic_id in ${sameTopic($)})`

const ofTopic = statement((db, $: Slots<{ space: string; topic: string }>) =>
  evidence(db)
    .where('evidence.space_id', '=', $.space)
    .where('evidence.id', 'in', onTopic($))
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc'),
)

const ofPerson = statement((db, $: Slots<{ space: string; person: string }>) =>
  evidence(db)
    .where('evidence.space_id', '=', $.space)
    .where('evidence.person_id', '=', $.person)
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc'),
)

type Before = { at: string; id: string; most: number }
const ofPersonBefore = statement((db, $: Slots<{ space: string; person: string; areas: string[] } & Before>) =>
  evidence(db)
    .where('evidence.space_id', '=', $.space)
    .where('evidence.person_id', '=', $.person)
    .where('evidence.area_id', 'in', $.areas)
    .where((eb) => eb(eb.refTuple('evidence.at', 'evidence.id'), '<', eb.tuple($.at, $.id)))
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit($.most),
)

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  evidence(db).where('evidence.space_id', '=', $.space).where('evidence.id', '=', $.id),
)

const stand = statement((db, $: Slots<{ space: string; id: string; at: string | null }>) =>
  db.updateTable('evidence').set({ stands_at: $.at }).where('space_id', '=', $.space).where('id', '=', $.id),
)

const touch = statement((db, $: Slots<{ space: string; id: string; at: string }>) =>
  db.updateTable('evidence').set({ at: $.at }).where('space_id', '=', $.space).where('id', '=', $.id),
)

const thanks = statement((db, $: Slots<{ space: string; person: string; areas: string[] }>) =>
  evidence(db)
    .innerJoin('evidence as mine', (join) =>
      join.onRef('mine.space_id', '=', 'evidence.space_id').on(topicNow('mine'), '=', topicNow('evidence')),
    )
    .where('evidence.space_id', '=', $.space)
    .where('evidence.area_id', 'in', $.areas)
    .where('evidence.stands_at', 'is not', null)
    .where('evidence.person_id', '!=', $.person)
    .where('evidence.kind', 'in', ['did', 'remembers'])
    .where('mine.person_id', '=', $.person)
    .where('mine.kind', '=', 'explained')
    .whereRef('mine.at', '<=', 'evidence.at')
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(1),
)

/** Keeps one piece of evidence about a person and a topic. */
export const addEvidence = (tx: Tx, row: Row) => tx.run(add, row)

/** The evidence on a topic and those merged with it, newest first, its persons' own included: whoever shows it leaves out what is not to stand. */
export const evidenceOn = (tx: Tx, space: string, topic: string) => tx.all(ofTopic, { space, topic })

/** All that is kept about one person, for that person. */
export const evidenceOf = (tx: Tx, space: string, person: string) => tx.all(ofPerson, { space, person })

/** The same in these areas, newest first, so many from a place on. */
export const evidenceFrom = (
  tx: Tx,
  space: string,
  person: string,
  areas: string[],
  { at, id }: { at: string; id: string },
  most: number,
) => tx.all(ofPersonBefore, { space, person, areas, at, id, most })

/** One piece of evidence. */
export const evidenceById = (tx: Tx, space: string, id: string) => tx.first(byId, { space, id })

/** Lets a piece of evidence stand where others see it, or takes it back. */
export const setStanding = (tx: Tx, space: string, id: string, at: string | null) => tx.run(stand, { space, id, at })

/** Moves a piece of evidence to a later date: the same was shown again. */
export const touchEvidence = (tx: Tx, space: string, id: string, at: string) => tx.run(touch, { space, id, at })

/** The newest good fact about somebody else on a topic that this person explained before it, or undefined. */
export const thanksTo = (tx: Tx, space: string, person: string, areas: string[]) =>
  tx.first(thanks, { space, person, areas })
