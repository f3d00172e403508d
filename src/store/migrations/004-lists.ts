import type { Tx } from '../store.ts'

/**
 * The folded title by which topics are searched and sorted, and an index in the order of each list.
 */
const tables = `
alter table topic add column folded text not null default '';
create index topic_folded on topic (space_id, folded, id);
create index question_asked on question (space_id, asked_at, id);
create index source_at on source (space_id, at, id);
create index claim_of_topic on claim (space_id, topic_id, proposed_at, id);
create index membership_since on membership (space_id, since, person_id);
create index exercise_made on exercise (space_id, made_at, id);
create index evidence_of_person on evidence (space_id, person_id, at, id);
create index claim_waiting_group on claim (space_id, group_id, proposed_at, id)
  where confirmed_at is null and withdrawn_at is null and group_id is not null;
create index release_line_waiting on release_line (space_id, asked_at, id)
  where agreed_at is null and kept_at is null;
create index parked_at on parked (space_id, at, reaction, seq);
create index job_failed on job (space_id, done_at, id) where fault is not null and done_at is not null;
create index written_page_failed on written_page (space_id, fault_at, topic_id) where fault is not null;
drop index inferred_person;
create index inferred_person on inferred (space_id, person_id, at, turn_id, finding);
create index community_name on community (space_id, name, id);
`

const AT_ONCE = 500

/** Folds the titles of existing topics; later ones are folded when they are saved. */
async function foldedTitles({ db }: Tx): Promise<void> {
  for (let after = { space: '', id: '' }, more = true; more; ) {
    const topics = await db
      .selectFrom('topic')
      .select(['space_id', 'id', 'title'])
      .where((eb) => eb(eb.refTuple('space_id', 'id'), '>', eb.tuple(after.space, after.id)))
      .orderBy('space_id')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    for (const { space_id, id, title } of topics) {
      const folded = foldedThen(title)
      await db.updateTable('topic').set({ folded }).where('space_id', '=', space_id).where('id', '=', id).execute()
    }
    const last = topics.at(-1)
    if (last) after = { space: last.space_id, id: last.id }
    more = topics.length === AT_ONCE
  }
}

/** The folding rule when this migration was written; the current rule is in `ba`. */
const foldedThen = (title: string) =>
  title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** This part of the migration. */
export const lists = { tables, fill: foldedTitles }
