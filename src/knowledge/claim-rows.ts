import { sql } from 'kysely'
import { type Database, type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { sameTopic } from './merged-rows.ts'
import { noteAnswered } from './question-rows.ts'
import { type Voice, voiceColumns, voiceKey, voiceOf } from './voice.ts'

type ClaimRow = Tables['claim']

/** A claim without its voice. */
type Voiceless = Omit<ClaimRow, 'speaker_id' | 'group_id'>

/** A statement that somebody made, with its original words and its voice. */
export interface Claim extends Voiceless {
  voice: Voice
  sourceName: string
  question_id: string | null
}

const add = statement((db, $: Slots<ClaimRow>) =>
  db.insertInto('claim').values({
    space_id: $.space_id,
    id: $.id,
    area_id: $.area_id,
    topic_id: $.topic_id,
    source_id: $.source_id,
    from_line: $.from_line,
    to_line: $.to_line,
    words: $.words,
    statement: $.statement,
    holds_when: $.holds_when,
    kind: $.kind,
    sayable: $.sayable,
    speaker_id: $.speaker_id,
    group_id: $.group_id,
    version: $.version,
    proposed_at: $.proposed_at,
    confirmed_at: $.confirmed_at,
    withdrawn_at: $.withdrawn_at,
    told_conversion: $.told_conversion,
    page_conversion: $.page_conversion,
    reworded_at: $.reworded_at,
  }),
)

/** In a query: claims with whose voice they are, and the source that they came from. */
export const claims = (db: Database) =>
  db
    .selectFrom('claim')
    .leftJoin('person', 'person.id', 'claim.speaker_id')
    .leftJoin('community', (join) =>
      join.onRef('community.space_id', '=', 'claim.space_id').onRef('community.id', '=', 'claim.group_id'),
    )
    .innerJoin('source', (join) =>
      join.onRef('source.space_id', '=', 'claim.space_id').onRef('source.id', '=', 'claim.source_id'),
    )
    .selectAll('claim')
    .select(['person.name as speakerName', 'community.name as groupName'])
    .select(['source.name as sourceName', 'source.title as sourceTitle', 'source.question_id'])

type Read = ClaimRow & { sourceName: string; sourceTitle: string; question_id: string | null } & {
  speakerName: string | null
  groupName: string | null
}

/** A claim as it was read, with its voice. */
export function claimOf({ speaker_id, group_id, speakerName, groupName, sourceTitle, ...claim }: Read): Claim {
  const document = { id: claim.source_id, name: sourceTitle || claim.sourceName }
  return { ...claim, voice: voiceOf({ speaker_id, group_id, speakerName, groupName }, document) }
}

const byId = statement((db, $: Slots<{ space: string; id: string }>) =>
  claims(db).where('claim.space_id', '=', $.space).where('claim.id', '=', $.id),
)

const ofTopic = statement((db, $: Slots<{ space: string; topic: string }>) =>
  claims(db)
    .where('claim.space_id', '=', $.space)
    .where('claim.topic_id', 'in', sameTopic($))
    .where('claim.confirmed_at', 'is not', null)
    .where('claim.withdrawn_at', 'is', null)
    .orderBy('claim.proposed_at')
    .orderBy('claim.id'),
)

type From = { at: string; id: string }
const ofTopicAfter = statement((db, $: Slots<{ space: string; topic: string; most: number } & From>) =>
  claims(db)
    .where('claim.space_id', '=', $.space)
    .where('claim.topic_id', 'in', sameTopic($))
    .where('claim.confirmed_at', 'is not', null)
    .where('claim.withdrawn_at', 'is', null)
    .where((eb) => eb(eb.refTuple('claim.proposed_at', 'claim.id'), '>', eb.tuple($.at, $.id)))
    .orderBy('claim.proposed_at')
    .orderBy('claim.id')
    .limit($.most),
)

const inArea = statement((db, $: Slots<{ space: string; area: string; most: number }>) =>
  db
    .selectFrom('claim')
    .select(['id', 'statement', 'holds_when', 'speaker_id', 'group_id', 'source_id'])
    .where('space_id', '=', $.space)
    .where('area_id', '=', $.area)
    .where('confirmed_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('confirmed_at', 'desc')
    .orderBy('id')
    .limit($.most),
)

const ofQuestion = statement((db, $: Slots<{ space: string; question: string }>) =>
  claims(db)
    .where('claim.space_id', '=', $.space)
    .where('source.question_id', '=', $.question)
    .where('claim.confirmed_at', 'is not', null)
    .where('claim.withdrawn_at', 'is', null)
    .orderBy('claim.proposed_at')
    .orderBy('claim.id'),
)

const hang = statement((db, $: Slots<{ space: string; id: string; topic: string }>) =>
  db.updateTable('claim').set({ topic_id: $.topic }).where('space_id', '=', $.space).where('id', '=', $.id),
)

const moved = statement((db, $: Slots<Tables['claim_move']>) =>
  db.insertInto('claim_move').values({
    space_id: $.space_id,
    id: $.id,
    claim_id: $.claim_id,
    from_topic: $.from_topic,
    to_topic: $.to_topic,
    by_person: $.by_person,
    at: $.at,
  }),
)

const ofSource = statement((db, $: Slots<{ space: string; source: string }>) =>
  claims(db)
    .where('claim.space_id', '=', $.space)
    .where('claim.source_id', '=', $.source)
    .where('claim.withdrawn_at', 'is', null)
    .orderBy('claim.from_line')
    .orderBy('claim.id'),
)

/** More lines than can wait for one person. */
const ALL = 1_000_000

/**
 * The ids of claims that wait for a person: their own, and those of their groups to which they have
 * not agreed. Two look-ups, each by the partial index of what waits: with `or`, SQLite reads all
 * claims of the space, and without the order, which needs a limit to be kept, all of the speaker.
 */
const waitingIds = ($: { space: string; person: string }) =>
  sql<string>`(
    select id from (select id from claim where space_id = ${$.space} and speaker_id = ${$.person}
      and confirmed_at is null and withdrawn_at is null order by proposed_at, id limit ${sql.lit(ALL)}) as spoken
    union all select own.id from community_member as mine
      cross join claim as own
      left join claim_assent as said on said.space_id = own.space_id and said.claim_id = own.id
        and said.version = own.version and said.person_id = mine.person_id
      where mine.space_id = ${$.space} and mine.person_id = ${$.person} and said.person_id is null
        and own.space_id = ${$.space} and own.group_id = mine.community_id
        and own.confirmed_at is null and own.withdrawn_at is null)`

const waitingFor = statement((db, $: Slots<{ space: string; person: string }>) =>
  claims(db)
    .where('claim.space_id', '=', $.space)
    .where('claim.id', 'in', waitingIds($))
    .orderBy('claim.proposed_at')
    .orderBy('claim.id'),
)

type Corrected = Pick<Claim, 'statement' | 'holds_when' | 'kind' | 'sayable'>
type Correction = { space: string; id: string; version: number; now: string } & Corrected
const correct = statement((db, $: Slots<Correction>) =>
  db
    .updateTable('claim')
    .set((eb) => ({
      statement: $.statement,
      holds_when: $.holds_when,
      kind: $.kind,
      sayable: $.sayable,
      version: eb('version', '+', 1),
      reworded_at: eb
        .case()
        .when(
          eb.or([
            eb('statement', '!=', $.statement),
            sql<boolean>`coalesce(holds_when, '') != coalesce(${$.holds_when}, '')`,
          ]),
        )
        .then($.now)
        .else(eb.ref('reworded_at'))
        .end(),
    }))
    .where('space_id', '=', $.space)
    .where('id', '=', $.id)
    .where('version', '=', $.version),
)

const confirm = statement(
  (db, $: Slots<{ space: string; id: string; version: number; now: string; conversion: string | null }>) =>
    db
      .updateTable('claim')
      .set({ confirmed_at: $.now, told_conversion: $.conversion })
      .where('space_id', '=', $.space)
      .where('id', '=', $.id)
      .where('version', '=', $.version),
)

const waitAgain = statement((db, $: Slots<{ space: string; id: string }>) =>
  db.updateTable('claim').set({ confirmed_at: null }).where('space_id', '=', $.space).where('id', '=', $.id),
)

const assent = statement((db, $: Slots<Tables['claim_assent']>) =>
  db
    .insertInto('claim_assent')
    .values({ space_id: $.space_id, claim_id: $.claim_id, version: $.version, person_id: $.person_id, at: $.at })
    .onConflict((conflict) =>
      conflict.columns(['space_id', 'claim_id', 'person_id']).doUpdateSet({ version: $.version, at: $.at }),
    ),
)

const assents = statement((db, $: Slots<{ space: string; id: string; version: number }>) =>
  db
    .selectFrom('claim_assent')
    .select('person_id')
    .where('space_id', '=', $.space)
    .where('claim_id', '=', $.id)
    .where('version', '=', $.version),
)

const withdraw = statement((db, $: Slots<{ space: string; id: string; version: number; now: string }>) =>
  db
    .updateTable('claim')
    .set({ withdrawn_at: $.now })
    .where('space_id', '=', $.space)
    .where('id', '=', $.id)
    .where('version', '=', $.version),
)

const onPage = statement((db, $: Slots<{ space: string; ids: string[]; conversion: string }>) =>
  db
    .updateTable('claim')
    .set({ page_conversion: $.conversion })
    .where('space_id', '=', $.space)
    .where('id', 'in', $.ids)
    .where('page_conversion', 'is', null),
)

const behind = statement((db, $: Slots<{ space: string; areas: string[]; topic: string; names: string[] }>) =>
  db
    .selectFrom('claim')
    .innerJoin('source', (join) =>
      join.onRef('source.space_id', '=', 'claim.space_id').onRef('source.id', '=', 'claim.source_id'),
    )
    .select(['claim.source_id', 'source.name', 'claim.from_line', 'claim.to_line', 'claim.statement', 'claim.words'])
    .select(['claim.confirmed_at', 'claim.withdrawn_at'])
    .where('claim.space_id', '=', $.space)
    .where('claim.area_id', 'in', $.areas)
    .where((on) => on.or([on('claim.topic_id', '=', $.topic), on('source.name', 'in', $.names)])),
)

const told = statement((db, $: Slots<{ space: string; conversions: string[] }>) =>
  db
    .selectFrom('claim')
    .select('told_conversion')
    .distinct()
    .where('space_id', '=', $.space)
    .where('told_conversion', 'in', $.conversions)
    .where('confirmed_at', 'is not', null)
    .where('withdrawn_at', 'is', null),
)

/** Which of these conversions told a line that still stands. */
export const toldOf = async (tx: Tx, space: string, conversions: string[]): Promise<ReadonlySet<string | null>> =>
  new Set(
    conversions.length
      ? (await tx.all(told, { space, conversions })).map(({ told_conversion }) => told_conversion)
      : [],
  )

/** Adds a proposed claim. */
export const addClaim = (tx: Tx, { voice, ...row }: Voiceless & { voice: Voice }) =>
  tx.run(add, { ...row, ...voiceColumns(voice) })

/** A claim with its voice and its source's name. */
export async function claimById(tx: Tx, space: string, id: string): Promise<Claim | undefined> {
  const row = await tx.first(byId, { space, id })
  return row && claimOf(row)
}

/**
 * The confirmed claims of a topic and of those merged into it, in the order in which they were
 * made.
 */
export const claimsOfTopic = async (tx: Tx, space: string, topic: string): Promise<Claim[]> =>
  (await tx.all(ofTopic, { space, topic })).map(claimOf)

/** The same after a position, up to a limit. */
export const claimsOfTopicFrom = async (tx: Tx, space: string, topic: string, from: From, most: number) =>
  (await tx.all(ofTopicAfter, { space, topic, ...from, most })).map(claimOf)

/** The claims of an area that were confirmed last, each with its voice key. */
export const claimsConfirmedIn = async (tx: Tx, space: string, area: string, most: number) =>
  (await tx.all(inArea, { space, area, most })).map(({ speaker_id, group_id, source_id, ...claim }) => {
    const voice = voiceOf({ speaker_id, group_id, speakerName: null, groupName: null }, { id: source_id, name: '' })
    return { ...claim, voice, by: voiceKey(voice) }
  })

/** The confirmed claims of the answers to a question, in the order in which they were made. */
export const claimsOfQuestion = async (tx: Tx, space: string, question: string): Promise<Claim[]> =>
  (await tx.all(ofQuestion, { space, question })).map(claimOf)

/** Moves a claim to another topic and records the former one; its evidence stays unchanged. */
export async function moveClaim(tx: Tx, move: Tables['claim_move']): Promise<void> {
  await tx.run(moved, move)
  await tx.run(hang, { space: move.space_id, id: move.claim_id, topic: move.to_topic })
}

/** The claims drawn from a source and not withdrawn, by line. */
export const claimsOfSource = async (tx: Tx, space: string, source: string): Promise<Claim[]> =>
  (await tx.all(ofSource, { space, source })).map(claimOf)

/**
 * The claims that wait for a person: their own, and those of their groups that they have not agreed
 * to yet.
 */
export const claimsWaitingFor = async (tx: Tx, space: string, person: string): Promise<Claim[]> =>
  (await tx.all(waitingFor, { space, person })).map(claimOf)

/** Writes a correction over the version that was read; gives 0 when there is a newer one. */
export const correctClaimRow = (
  tx: Tx,
  space: string,
  { id, version }: { id: string; version: number },
  as: Corrected,
  now: string,
) => tx.run(correct, { space, id, version, now, ...as })

/** Marks the version that was read as confirmed; returns 0 if there is a newer one. */
export async function confirmClaimRow(
  tx: Tx,
  space: string,
  id: string,
  version: number,
  now: string,
  conversion: string | null,
): Promise<number> {
  const changed = await tx.run(confirm, { space, id, version, now, conversion })
  await noteAnswered(tx, space, id)
  return changed
}

/** Makes a confirmed line of a group wait for assent again, since its words changed. */
export const letWaitAgain = (tx: Tx, space: string, id: string) => tx.run(waitAgain, { space, id })

/** Records that a member of a group agrees to a version of a line. */
export const addAssent = (tx: Tx, row: Tables['claim_assent']) => tx.run(assent, row)

/** The members of a group who have agreed to a version of a line. */
export const assentsTo = async (tx: Tx, space: string, id: string, version: number) =>
  (await tx.all(assents, { space, id, version })).map(({ person_id }) => person_id)

/** Marks the version that was read as withdrawn; returns 0 if there is a newer one. */
export async function withdrawClaimRow(tx: Tx, space: string, id: string, version: number, now: string) {
  const changed = await tx.run(withdraw, { space, id, version, now })
  await noteAnswered(tx, space, id)
  return changed
}

/** Records which conversion first put these claims on a page. */
export const putClaimsOnPage = (tx: Tx, space: string, ids: string[], conversion: string) =>
  tx.run(onPage, { space, ids, conversion })

/**
 * The claims behind a page's text, withdrawn ones included: those of its topic and of sources by
 * these names.
 */
export const claimsBehind = (tx: Tx, space: string, areas: string[], topic: string, names: string[]) =>
  tx.all(behind, { space, areas, topic, names })
