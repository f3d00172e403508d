import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../store.ts'

/** Evidence records what it is about, and a doing its degree of help. */
const tables = `
-- knowledge: what evidence is about, beside its topic
alter table evidence add column about_kind text not null default 'topic';
alter table evidence add column about_id text
;
alter table evidence add column help text
;
alter table evidence add column stood_for_topic text
;
alter table evidence add column struck_at text
;
create index evidence_about on evidence (space_id, about_id, at, id);
create index evidence_because on evidence (space_id, because, at, id);

-- knowledge: since when a line reads as it does
alter table claim add column reworded_at text
;

-- internalisation: the line that was done, how much help there was, what was unusual, and whether it was struck
alter table doing add column claim_id text
;
alter table doing add column help text
;
alter table doing add column help_seen text
;
alter table doing add column unusual text
;
alter table doing add column unusual_seen text
;
alter table doing add column struck_at text
;
`

/** The tables of this part, and the subjects of existing evidence. */
export const evidenceAbout = { tables, fill: aboutOfEvidence }

async function aboutOfEvidence(tx: Tx): Promise<void> {
  await reworded(tx)
  for (const update of explained) await sql.raw(update).execute(tx.db)
  await remembered(tx)
}

/**
 * Since when a line reads as it does stands in the journal: any correction of it may have changed
 * its words. What was
 * recalled before the last one is not shown as recalled of the line as it reads now.
 */
async function reworded(tx: Tx): Promise<void> {
  const corrections = await tx.db
    .selectFrom('journal')
    .select(['space_id', 'changed', 'at'])
    .where('act', 'in', ['correct-claim', 'say-when'])
    .orderBy('space_id')
    .orderBy('seq')
    .execute()
  for (const { space_id, changed, at } of corrections)
    for (const { nouns } of JSON.parse(changed) as { nouns: { claim?: string[] } }[])
      for (const id of nouns.claim ?? [])
        await tx.db
          .updateTable('claim')
          .set({ reworded_at: at })
          .where('space_id', '=', space_id)
          .where('id', '=', id)
          .where('version', '>', 1)
          .execute()
}

/**
 * An answer explains its question, a showing the one it was offered for, a story what was told in
 * it.
 */
const explained = [
  `update evidence set about_kind = 'source', about_id = because where kind = 'explained' and exists (
     select 1 from source where source.space_id = evidence.space_id and source.id = evidence.because)`,
  `update evidence set about_kind = 'question', about_id = (
       select question_id from source where source.space_id = evidence.space_id and source.id = evidence.because)
     where kind = 'explained' and exists (select 1 from source
       where source.space_id = evidence.space_id and source.id = evidence.because and question_id is not null)`,
  `update evidence set about_kind = 'question', about_id = (
       select question_id from showing where showing.space_id = evidence.space_id and showing.id = evidence.because)
     where kind = 'explained' and exists (select 1 from showing
       where showing.space_id = evidence.space_id and showing.id = evidence.because)`,
]

const AT_ONCE = 200

/**
 * "Remembers" was kept once per topic, whichever lines were recalled. It becomes one row per
 * recalled line, private to its person until they release it again, since they had agreed for a
 * topic.
 */
async function remembered(tx: Tx): Promise<void> {
  for (let after = { space: '', id: '' }, more = true; more; ) {
    const rows = await rememberedAfter(tx, after)
    for (const row of rows) await aboutItsLines(tx, row)
    const last = rows.at(-1)
    if (last) after = { space: last.space_id, id: last.id }
    more = rows.length === AT_ONCE
  }
}

type RememberedRow = Awaited<ReturnType<typeof rememberedAfter>>[number]

const rememberedAfter = ({ db }: Tx, after: { space: string; id: string }) =>
  db
    .selectFrom('evidence')
    .selectAll()
    .where('kind', '=', 'remembers')
    // Rows that this migration adds are about a line already.
    .where('about_kind', '=', 'topic')
    .where((eb) => eb(eb.refTuple('space_id', 'id'), '>', eb.tuple(after.space, after.id)))
    .orderBy('space_id')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()

async function aboutItsLines(tx: Tx, row: RememberedRow): Promise<void> {
  const { space_id, id, stands_at } = row
  const [last, ...others] = await linesRecalled(tx, row)
  const kept = last ? { about_kind: 'claim', about_id: last.claim_id, topic_id: last.topic_id, at: last.at } : {}
  await tx.db
    .updateTable('evidence')
    .set({ ...kept, stands_at: null, stood_for_topic: stands_at })
    .where('space_id', '=', space_id)
    .where('id', '=', id)
    .execute()
  for (const { claim_id, topic_id, at } of others) {
    const about = { about_kind: 'claim', about_id: claim_id, topic_id, at }
    const own = { id: idFrom(id, claim_id), stands_at: null, stood_for_topic: stands_at }
    await tx.db
      .insertInto('evidence')
      .values({ ...row, ...about, ...own })
      .execute()
  }
}

/**
 * The lines of a topic (as it was then or is now) that somebody recalled and that have no evidence
 * yet; newest first.
 */
const linesRecalled = ({ db }: Tx, { space_id, person_id, topic_id }: RememberedRow) =>
  db
    .selectFrom('recall')
    .innerJoin('exercise', (join) =>
      join.onRef('exercise.space_id', '=', 'recall.space_id').onRef('exercise.id', '=', 'recall.exercise_id'),
    )
    .innerJoin('claim', (join) =>
      join.onRef('claim.space_id', '=', 'exercise.space_id').onRef('claim.id', '=', 'exercise.claim_id'),
    )
    .select(['exercise.claim_id', 'claim.topic_id'])
    .select((eb) => eb.fn.max<string>('recall.at').as('at'))
    .where('recall.space_id', '=', space_id)
    .where('recall.person_id', '=', person_id)
    .where('recall.grade', '!=', 'missed')
    .where((eb) => eb.or([eb('exercise.topic_id', '=', topic_id), eb('claim.topic_id', '=', topic_id)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidence as own')
            .select('own.id')
            .whereRef('own.space_id', '=', 'recall.space_id')
            .whereRef('own.about_id', '=', 'exercise.claim_id')
            .where('own.person_id', '=', person_id)
            .where('own.kind', '=', 'remembers'),
        ),
      ),
    )
    .groupBy(['exercise.claim_id', 'claim.topic_id'])
    .orderBy('at', 'desc')
    .orderBy('exercise.claim_id')
    .execute()

/** A deterministic id that sorts beside the original one. */
const idFrom = (id: string, claim: string) =>
  id.slice(0, -12) + createHash('sha256').update(`${id} ${claim}`).digest('hex').slice(0, 12)
