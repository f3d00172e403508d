import { sql } from 'kysely'
import type { Tx } from '../store.ts'

/**
 * One index for each question about a person, a topic or a day, so that its time does not grow with
 * the space.
 */
const tables = `
-- knowledge: since when a question has an answer of which a line stands; kept with its claims
alter table question add column answered_at text
;
create index question_open on question (space_id, area_id, topic_id)
  where answered_at is null and shown_conversion is null;
create index question_gap on question (space_id, answered_at, asked_at, id) where asked_as is not null;
create index question_asker on question (space_id, asked_by, answered_at);
create index claim_told on claim (space_id, told_conversion);
create index claim_waiting on claim (space_id, speaker_id, proposed_at, id) where confirmed_at is null and withdrawn_at is null;
drop index claim_speaker;
create index claim_speaker on claim (space_id, speaker_id, proposed_at);
drop index evidence_topic;
drop index evidence_person;
-- each index of what is written often is a page more to sync with every row: as few as answer what is asked
create index evidence_topic on evidence (space_id, topic_id, kind, at);
create index evidence_whole on evidence (space_id, topic_id, at, id) where about_kind = 'topic';
create index evidence_person on evidence (space_id, person_id, topic_id);
create index evidence_of_kind on evidence (space_id, person_id, kind, at, id);

-- spiral: where topics are stuck
create index topic_figure_untried on topic_figure (space_id, area_id, entries)
  where externalisation_at is not null and internalisation_at is null;
create index topic_figure_unwritten on topic_figure (space_id, area_id, entries)
  where externalisation_at is not null and combination_at is null;
create index topic_figure_round on topic_figure (space_id, area_id) where whorls > 0;

-- socialisation, internalisation: what waits for a person
create index showing_question on showing (space_id, question_id);
create index showing_shower on showing (space_id, shower)
  where shower_said_at is null and called_off_at is null;
create index showing_shown on showing (space_id, shown)
  where shown_said_at is null and called_off_at is null;
create index doing_person on doing (space_id, person_id);
create index doing_waiting on doing (space_id, witness) where witnessed_at is null and not_seen_at is null;
create index card_due on card (space_id, person_id, due_at) where rested_at is null;
`

/** Dates existing questions that were answered. */
async function fill({ db }: Tx): Promise<void> {
  await sql`
    update question set answered_at = (
      select min(claim.confirmed_at) from source
      join claim on claim.space_id = source.space_id and claim.source_id = source.id
      where source.space_id = question.space_id and source.question_id = question.id
        and claim.confirmed_at is not null and claim.withdrawn_at is null)`.execute(db)
}

/** The indexes by which acts read. */
export const byIndex = { tables, fill }
