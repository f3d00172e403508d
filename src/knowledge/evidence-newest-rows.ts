import { sql } from 'kysely'
import { type Slots, statement, type Tx } from '../store/index.ts'
import { evidence, newestFirst } from './evidence-rows.ts'
import { topicNow, topicsLeadingTo } from './merged-rows.ts'

/** The most rows of each kind on a topic, and of one person. */
const [OF_KIND, OF_PERSON] = [100, 50]
const KINDS = ['did', 'explained', 'chose', 'remembers']

const ofKind = statement((db, $: Slots<{ space: string; topic: string; kind: string; me: string }>) =>
  evidence(db)
    .where('evidence.space_id', '=', $.space)
    .where('evidence.topic_id', '=', $.topic)
    .where('evidence.kind', '=', $.kind)
    .where((eb) => eb.or([eb('evidence.stands_at', 'is not', null), eb('evidence.person_id', '=', $.me)]))
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(OF_KIND),
)

const ofPerson = statement((db, $: Slots<{ space: string; person: string; topics: string[] }>) =>
  evidence(db)
    .where('evidence.space_id', '=', $.space)
    .where('evidence.person_id', '=', $.person)
    .where('evidence.topic_id', 'in', $.topics)
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(OF_PERSON),
)

/** Includes explanations of lines that were split off to the topic since. */
const splitOff = statement((db, $: Slots<{ space: string; topics: string[] }>) =>
  evidence(db)
    .where('evidence.space_id', '=', $.space)
    .where('evidence.kind', '=', 'explained')
    .where(
      'evidence.because',
      'in',
      db
        .selectFrom('claim_move as move')
        .innerJoin('claim', (join) =>
          join.onRef('claim.space_id', '=', 'move.space_id').onRef('claim.id', '=', 'move.claim_id'),
        )
        .select('claim.source_id')
        .where('move.space_id', '=', $.space)
        .where('move.to_topic', 'in', $.topics)
        .where('claim.topic_id', 'in', $.topics),
    )
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(OF_KIND),
)

const ofMine = statement((db, $: Slots<{ space: string; person: string; kind: string; areas: string[] }>) =>
  evidence(db)
    .where('evidence.space_id', '=', $.space)
    .where('evidence.person_id', '=', $.person)
    .where('evidence.kind', '=', $.kind)
    .where('evidence.area_id', 'in', $.areas)
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(200),
)

const doneBy = statement((db, $: Slots<{ space: string; person: string }>) =>
  db
    .selectFrom('evidence')
    .select('topic_id')
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.person)
    .where('kind', '=', 'did')
    .where('struck_at', 'is', null)
    .where((eb) => eb.or([eb('help', 'is', null), eb('help', '!=', 'watched')])),
)

type Thanks = { space: string; person: string; areas: string[] }
const thanksForLines = statement((db, $: Slots<Thanks>) =>
  evidence(db)
    .where('evidence.space_id', '=', $.space)
    .where('evidence.area_id', 'in', $.areas)
    .where('evidence.stands_at', 'is not', null)
    .where('evidence.person_id', '!=', $.person)
    .where('evidence.kind', 'in', ['did', 'remembers'])
    .where(
      'evidence.about_id',
      'in',
      db
        .selectFrom('claim as own')
        .select('own.id')
        .where('own.space_id', '=', $.space)
        .where('own.speaker_id', '=', $.person)
        .where('own.withdrawn_at', 'is', null)
        .orderBy('own.proposed_at', 'desc')
        .limit(200),
    )
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(1),
)

const explained = (db: Parameters<typeof evidence>[0], $: Slots<Thanks>) =>
  db
    .selectFrom('evidence as mine')
    .selectAll('mine')
    .where('mine.space_id', '=', $.space)
    .where('mine.person_id', '=', $.person)
    .where('mine.kind', '=', 'explained')
    .where('mine.with_person', 'is not', null)
    .where('mine.struck_at', 'is', null)
    .orderBy('mine.at', 'desc')
    .orderBy('mine.id', 'desc')
    .limit(50)

const thanksForShowing = statement((db, $: Slots<Thanks>) =>
  evidence(db)
    .innerJoin(explained(db, $).as('mine'), (join) =>
      join
        .onRef('mine.space_id', '=', 'evidence.space_id')
        .onRef('mine.with_person', '=', 'evidence.person_id')
        .onRef('mine.at', '<=', 'evidence.at'),
    )
    .where('evidence.space_id', '=', $.space)
    .where('evidence.area_id', 'in', $.areas)
    .where('evidence.stands_at', 'is not', null)
    .where('evidence.person_id', '!=', $.person)
    .where('evidence.kind', 'in', ['did', 'remembers'])
    .where('evidence.about_kind', '=', 'topic')
    .where(topicNow('mine'), '=', topicNow('evidence'))
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(1),
)

type Any = { space: string; topics: string[]; me: string }
const anyOf = statement((db, $: Slots<Any>) =>
  db
    .selectFrom('evidence')
    .select('id')
    .where('space_id', '=', $.space)
    .where('person_id', '=', $.me)
    .where('topic_id', 'in', $.topics)
    .where('struck_at', 'is', null)
    .limit(1),
)
const anyStanding = statement((db, $: Slots<Any>) =>
  db
    .selectFrom('evidence')
    .select(sql<number>`1`.as('one'))
    .where('space_id', '=', $.space)
    .where('topic_id', 'in', $.topics)
    .where('stands_at', 'is not', null)
    .where('struck_at', 'is', null)
    .limit(1),
)

/** The evidence on a topic that somebody may see, at most a hundred of each kind, and their own. */
export async function newestEvidenceOn(tx: Tx, space: string, topic: string, me: string) {
  const topics = await topicsLeadingTo(tx, space, topic)
  const rows = await tx.all(ofPerson, { space, person: me, topics })
  rows.push(...(await tx.all(splitOff, { space, topics })))
  // One query per topic, so that its index gives the order.
  for (const one of topics)
    for (const kind of KINDS) rows.push(...(await tx.all(ofKind, { space, topic: one, kind, me })))
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort(newestFirst)
}

/** A person's newest evidence of a kind in these areas. */
export const newestOfPerson = (tx: Tx, space: string, person: string, kind: string, areas: string[]) =>
  tx.all(ofMine, { space, person, kind, areas })

/** The topics that a person has done something on, not only watched. */
export const topicsDoneBy = async (tx: Tx, space: string, person: string) => [
  ...new Set((await tx.all(doneBy, { space, person })).map(({ topic_id }) => topic_id)),
]

/** Whether a person has any evidence about a topic, and whether anybody has released evidence. */
export async function onRecord(tx: Tx, space: string, topic: string, me: string) {
  const topics = await topicsLeadingTo(tx, space, topic)
  const mine = (await tx.first(anyOf, { space, topics, me })) !== undefined
  return { mine, anybody: mine || (await tx.first(anyStanding, { space, topics, me })) !== undefined }
}

/**
 * The newest released evidence of somebody else that resulted from what this person said, or
 * undefined.
 */
export async function thanksTo(tx: Tx, space: string, person: string, areas: string[]) {
  const given = { space, person, areas }
  const found = [await tx.first(thanksForLines, given), await tx.first(thanksForShowing, given)]
  return found.flatMap((one) => one ?? []).sort(newestFirst)[0]
}
