import { sql } from 'kysely'
import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { type About, type EvidenceKind, evidenceKinds, type Help } from './evidence.ts'
import { sameTopic } from './merged-rows.ts'

/** A new row, which is not struck. */
type Kept = Omit<Tables['evidence'], 'struck_at'>

/** A piece of evidence to be added. */
export type NewEvidence = Omit<Kept, 'kind' | 'about_kind' | 'about_id' | 'help' | 'stood_for_topic'> & {
  kind: EvidenceKind
  about: About
  help?: Help | null
}

const add = statement((db, $: Slots<Kept>) =>
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
    about_kind: $.about_kind,
    about_id: $.about_id,
    help: $.help,
    stood_for_topic: $.stood_for_topic,
  }),
)

/** In a query: evidence that counts, with the names of its people and the words it is about. */
export const evidence = (db: Database) =>
  db
    .selectFrom('evidence')
    .innerJoin('person', 'person.id', 'evidence.person_id')
    .leftJoin('person as other', 'other.id', 'evidence.with_person')
    // The words of a withdrawn line are not shown.
    .leftJoin('claim as line', (join) =>
      join
        .onRef('line.space_id', '=', 'evidence.space_id')
        .onRef('line.id', '=', 'evidence.about_id')
        .on('line.withdrawn_at', 'is', null),
    )
    .leftJoin('question', (join) =>
      join.onRef('question.space_id', '=', 'evidence.space_id').onRef('question.id', '=', 'evidence.about_id'),
    )
    .selectAll('evidence')
    .select(['person.name', 'other.name as withName', 'line.statement as line', 'question.words as questionWords'])
    .select('line.reworded_at as lineRewordedAt')
    .where('evidence.struck_at', 'is', null)

/** The evidence on a topic, including explanations of lines that were split off to it since. */
const onTopic = ($: { space: string; topic: string }) =>
  sql<string>`(
    select id from evidence where space_id = ${$.space} and topic_id in ${sameTopic($)}
    union all select own.id from claim_move as move
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

const because = statement((db, $: Slots<{ space: string; reasons: string[] }>) =>
  db
    .selectFrom('evidence')
    .select(['because'])
    .where('space_id', '=', $.space)
    .where('because', 'in', $.reasons)
    .where('stands_at', 'is not', null)
    .where('struck_at', 'is', null),
)

type Of = { space: string; person: string; kind: string; about: string }
const ofPersonAbout = statement((db, $: Slots<Of>) =>
  db
    .selectFrom('evidence')
    .selectAll()
    .where('space_id', '=', $.space)
    .where('about_id', '=', $.about)
    .where('person_id', '=', $.person)
    .where('kind', '=', $.kind),
)

const standingAt = statement((db, $: Slots<{ space: string; topics: string[]; ats: string[] }>) =>
  db
    .selectFrom('evidence')
    .select(['person_id', 'kind', 'at'])
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', $.topics)
    .where('kind', 'in', evidenceKinds)
    .where('at', 'in', $.ats)
    .where('stands_at', 'is not', null)
    .where('struck_at', 'is', null),
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
  db
    .updateTable('evidence')
    // A new decision on release replaces the note that it was once released for a whole topic.
    .set({ stands_at: $.at, stood_for_topic: null })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id),
)

const move = statement((db, $: Slots<{ space: string; claim: string; topic: string }>) =>
  db
    .updateTable('evidence')
    .set({ topic_id: $.topic })
    .where('space_id', '=', $.space)
    .where('about_id', '=', $.claim)
    .where('about_kind', '=', 'claim')
    .returning(['id', 'area_id', 'topic_id', 'person_id', 'stands_at']),
)

const touch = statement((db, $: Slots<{ space: string; id: string; at: string }>) =>
  db.updateTable('evidence').set({ at: $.at }).where('space_id', '=', $.space).where('id', '=', $.id),
)

const strike = statement((db, $: Slots<{ space: string; reasons: string[]; at: string }>) =>
  db
    .updateTable('evidence')
    .set({ struck_at: $.at })
    .where('space_id', '=', $.space)
    .where('because', 'in', $.reasons)
    .where('struck_at', 'is', null)
    .returning(['id', 'area_id', 'topic_id', 'person_id', 'stands_at']),
)

/** Adds a piece of evidence about a person. */
export const addEvidence = (tx: Tx, { about, help, ...row }: NewEvidence) =>
  tx.run(add, {
    ...row,
    about_kind: about.kind,
    about_id: about.kind === 'topic' ? null : about.id,
    help: help ?? null,
    stood_for_topic: null,
  })

/** Orders evidence by time, newest first. */
export const newestFirst = (a: { at: string; id: string }, b: { at: string; id: string }) =>
  a.at < b.at || (a.at === b.at && a.id < b.id) ? 1 : -1

/** Of these reasons (an answer, a showing, a doing), those whose evidence is released. */
export const standing = async (tx: Tx, space: string, reasons: string[]) =>
  new Set((await tx.all(because, { space, reasons })).map((row) => row.because))

/** A person's evidence of one kind about one thing, or undefined. */
export const evidenceAbout = (tx: Tx, space: string, person: string, kind: EvidenceKind, about: string) =>
  tx.first(ofPersonAbout, { space, person, kind, about })

/** Moves evidence about a line to the line's present topic, and returns it. */
export const moveEvidence = (tx: Tx, space: string, claim: string, topic: string) =>
  tx.all(move, { space, claim, topic })

/**
 * All evidence on a topic and those merged into it, newest first, private evidence included;
 * callers filter it.
 */
export const evidenceOn = (tx: Tx, space: string, topic: string) => tx.all(ofTopic, { space, topic })

/** The released evidence of these times on these topics: its people and kinds. */
export const evidenceStanding = (tx: Tx, space: string, topics: string[], ats: string[]) =>
  ats.length > 0 ? tx.all(standingAt, { space, topics, ats }) : Promise.resolve([])

/** All evidence about one person, for that person. */
export const evidenceOf = (tx: Tx, space: string, person: string) => tx.all(ofPerson, { space, person })

/** The same in these areas, newest first, after a position, up to a limit. */
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

/** Releases a piece of evidence to others, or takes it back. */
export const setStanding = (tx: Tx, space: string, id: string, at: string | null) => tx.run(stand, { space, id, at })

/** Updates the time of evidence that was shown again. */
export const touchEvidence = (tx: Tx, space: string, id: string, at: string) => tx.run(touch, { space, id, at })

/**
 * Strikes the evidence of these showings or doings and returns it: it is kept but no longer counts.
 */
export const strikeEvidence = (tx: Tx, space: string, reasons: string[], at: string) =>
  reasons.length > 0 ? tx.all(strike, { space, reasons, at }) : Promise.resolve([])
