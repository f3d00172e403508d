import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'
import { sameTopic } from './merged-rows.ts'
import { noteAnswered } from './question-rows.ts'

type Row = Tables['claim']

/** One statement somebody made, with the words it came from. */
export interface Claim extends Row {
  speakerName: string
  sourceName: string
  question_id: string | null
}

const add = statement((db, $: Slots<Row>) =>
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
    version: $.version,
    proposed_at: $.proposed_at,
    confirmed_at: $.confirmed_at,
    withdrawn_at: $.withdrawn_at,
    told_conversion: $.told_conversion,
    page_conversion: $.page_conversion,
  }),
)

type Q = Parameters<Parameters<typeof statement>[0]>[0]
const claims = (db: Q) =>
  db
    .selectFrom('claim')
    .innerJoin('person', 'person.id', 'claim.speaker_id')
    .innerJoin('source', (join) =>
      join.onRef('source.space_id', '=', 'claim.space_id').onRef('source.id', '=', 'claim.source_id'),
    )
    .selectAll('claim')
    .select(['person.name as speakerName', 'source.name as sourceName', 'source.question_id'])

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

const inArea = statement((db, $: Slots<{ space: string; area: string; most: number }>) =>
  db
    .selectFrom('claim')
    .select(['id', 'statement', 'holds_when', 'speaker_id'])
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

const proposedBy = statement((db, $: Slots<{ space: string; speaker: string }>) =>
  claims(db)
    .where('claim.space_id', '=', $.space)
    .where('claim.speaker_id', '=', $.speaker)
    .where('claim.confirmed_at', 'is', null)
    .where('claim.withdrawn_at', 'is', null)
    .orderBy('claim.proposed_at')
    .orderBy('claim.id'),
)

type Corrected = Pick<Claim, 'statement' | 'holds_when' | 'kind' | 'sayable'>
const correct = statement((db, $: Slots<{ space: string; id: string; version: number } & Corrected>) =>
  db
    .updateTable('claim')
    .set((eb) => ({
      statement: $.statement,
      holds_when: $.holds_when,
      kind: $.kind,
      sayable: $.sayable,
      version: eb('version', '+', 1),
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

/** Keeps a new claim, proposed. */
export const addClaim = (tx: Tx, row: Row) => tx.run(add, row)

/** A claim with its speaker's and its source's names. */
export const claimById = (tx: Tx, space: string, id: string): Promise<Claim | undefined> =>
  tx.first(byId, { space, id })

/** The confirmed claims of a topic and of those merged with it, in the order in which they were said. */
export const claimsOfTopic = (tx: Tx, space: string, topic: string): Promise<Claim[]> =>
  tx.all(ofTopic, { space, topic })

/** The claims of an area that were confirmed last. */
export const claimsConfirmedIn = (tx: Tx, space: string, area: string, most: number) =>
  tx.all(inArea, { space, area, most })

/** The confirmed claims of the answers to a question, in the order in which they were said. */
export const claimsOfQuestion = (tx: Tx, space: string, question: string): Promise<Claim[]> =>
  tx.all(ofQuestion, { space, question })

/** Hangs a claim on another topic, and keeps where it hung; nothing that was said or learnt of it changes. */
export async function moveClaim(tx: Tx, move: Tables['claim_move']): Promise<void> {
  await tx.run(moved, move)
  await tx.run(hang, { space: move.space_id, id: move.claim_id, topic: move.to_topic })
}

/** The claims drawn from a source and not withdrawn, by line. */
export const claimsOfSource = (tx: Tx, space: string, source: string): Promise<Claim[]> =>
  tx.all(ofSource, { space, source })

/** The claims that wait for their speaker. */
export const claimsProposedBy = (tx: Tx, space: string, speaker: string): Promise<Claim[]> =>
  tx.all(proposedBy, { space, speaker })

/** Writes a correction over the version that was read; gives 0 when there is a newer one. */
export const correctClaimRow = (tx: Tx, space: string, id: string, version: number, as: Corrected) =>
  tx.run(correct, { space, id, version, ...as })

/** Marks the version that was read as confirmed; gives 0 when there is a newer one. */
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

/** Marks the version that was read as withdrawn; gives 0 when there is a newer one. */
export async function withdrawClaimRow(tx: Tx, space: string, id: string, version: number, now: string) {
  const changed = await tx.run(withdraw, { space, id, version, now })
  await noteAnswered(tx, space, id)
  return changed
}

/** Notes which conversion first put these claims on a page. */
export const putClaimsOnPage = (tx: Tx, space: string, ids: string[], conversion: string) =>
  tx.run(onPage, { space, ids, conversion })

/** What of claims stands behind a page's text, taken out or not: those of its topic, and of sources by these names. */
export const claimsBehind = (tx: Tx, space: string, areas: string[], topic: string, names: string[]) =>
  tx.all(behind, { space, areas, topic, names })
